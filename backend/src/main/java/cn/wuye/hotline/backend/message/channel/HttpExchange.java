package cn.wuye.hotline.backend.message.channel;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;

/** Asks a provider once, and tells what a status means that is no success. */
final class HttpExchange {
  private static final Set<Integer> PERMANENT = Set.of(400, 409, 410, 413, 414, 422);

  /** In bytes; what a provider says of a message is shorter. */
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final HttpClient client;
  private final Duration timeout;
  private final Clock clock;
  private final IntPredicate permanent;

  /**
   * @param timeout of the whole exchange
   */
  HttpExchange(Duration timeout, Clock clock) {
    this(timeout, clock, PERMANENT::contains);
  }

  /**
   * @param timeout of the whole exchange
   * @param permanent with which statuses trying again is of no use
   */
  HttpExchange(Duration timeout, Clock clock, IntPredicate permanent) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.timeout = timeout;
    this.clock = clock;
    this.permanent = permanent;
  }

  /** The provider did not take it. */
  static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SendResult result;

    NotTaken(SendResult result) {
      super(result.toString(), null, false, false);
      this.result = result;
    }

    SendResult result() {
      return result;
    }
  }

  /**
   * The answer to a request that succeeded.
   *
   * @throws NotTaken when it did not
   */
  HttpResponse<String> ask(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = whole(request.timeout(timeout).build());
      if (response.statusCode() / 100 != 2) {
        throw new NotTaken(meaning(response));
      }
      return response;
    } catch (HttpTimeoutException | TimeoutException late) {
      // It may have been taken all the same: better told twice than not at all.
      throw new NotTaken(
          new SendResult.Failed("no answer within " + timeout.toSeconds() + " s", null));
    } catch (IOException broken) {
      throw new NotTaken(new SendResult.Failed(Masked.text(broken.toString()), null));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new NotTaken(new SendResult.Failed("the application stops", null));
    }
  }

  /** The client's own time-out ends with the headers: a body that stalls would hold a worker. */
  private HttpResponse<String> whole(HttpRequest request)
      throws IOException, InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BoundedBody.handler(LONGEST_ANSWER));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw new IOException(String.valueOf(failed.getCause()), failed);
    } finally {
      answer.cancel(true);
    }
  }

  private SendResult meaning(HttpResponse<String> response) {
    int status = response.statusCode();
    String why = Masked.text("HTTP " + status + " " + response.body().replaceAll("\\s+", " "));
    // Wrong credentials and wrong addresses of the provider are our fault and can be mended.
    return permanent.test(status)
        ? new SendResult.Refused(why)
        : new SendResult.Failed(
            why, RetryAfter.of(response.headers().firstValue("Retry-After"), clock.instant()));
  }
}
