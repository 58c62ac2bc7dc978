package cn.wuye.hotline.backend.message.channel;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The beginning of an answer; what is longer is not read on. */
final class BoundedBody implements BodySubscriber<String> {
  private final int most;
  private final Charset charset;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<String> body = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  private BoundedBody(int most, Charset charset) {
    this.most = most;
    this.charset = charset;
  }

  /**
   * @param most bytes that are kept
   */
  static HttpResponse.BodyHandler<String> handler(int most) {
    return answer ->
        new BoundedBody(most, charset(answer.headers().firstValue("Content-Type").orElse("")));
  }

  private static Charset charset(String contentType) {
    try {
      return Optional.of(contentType)
          .filter(type -> !type.isBlank())
          .map(type -> MediaType.parseMediaType(type).getCharset())
          .orElse(StandardCharsets.UTF_8);
    } catch (InvalidMediaTypeException unreadable) {
      return StandardCharsets.UTF_8;
    }
  }

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    begun.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[Math.min(buffer.remaining(), most - kept.size())];
      buffer.get(bytes);
      kept.writeBytes(bytes);
    }
    if (kept.size() >= most) {
      Objects.requireNonNull(subscription).cancel();
      onComplete();
    }
  }

  @Override
  public void onError(Throwable broken) {
    body.completeExceptionally(broken);
  }

  @Override
  public void onComplete() {
    body.complete(kept.toString(charset));
  }
}
