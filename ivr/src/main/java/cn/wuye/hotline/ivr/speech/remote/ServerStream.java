package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.remote.Exchange.Progress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One utterance on its way to one server and back. Nothing here waits or throws: whatever goes
 * wrong ends {@link #answer()} with a {@link ServerFailure}. Thread-safe.
 */
final class ServerStream implements WebSocket.Listener {
  /** The common pool makes a thread for each message where there are two processors. */
  private static final Executor SENDERS =
      Executors.newFixedThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "speech-sender");
            thread.setDaemon(true);
            return thread;
          });

  /** How long an answer that may be the last one waits for another. */
  static final Duration SETTLED = Duration.ofMillis(300);

  private static final Logger LOG = LoggerFactory.getLogger(ServerStream.class);
  private static final int LONGEST_MESSAGE = 200_000;

  private final Exchange exchange;
  private final SoundQueue waiting;
  private final Consumer<String> onPartial;
  private final CompletableFuture<Recognized> answer = new CompletableFuture<>();
  private final StringBuilder message = new StringBuilder();
  private @Nullable WebSocket socket;
  private boolean sending;
  private boolean ended;
  private boolean closing;
  private String partial = "";
  private int answers;

  /**
   * @param mostWaiting how many bytes of sound may wait to be sent and heard before the server
   *     counts as one that does not follow
   */
  ServerStream(Exchange exchange, int mostWaiting, Consumer<String> onPartial) {
    this.exchange = exchange;
    this.waiting = new SoundQueue(mostWaiting);
    this.onPartial = onPartial;
  }

  void connect(HttpClient client, URI server, Duration within) {
    client
        .newWebSocketBuilder()
        .connectTimeout(within)
        .buildAsync(server, this)
        .whenComplete(
            (connected, failure) -> {
              if (failure != null) {
                fail("cannot be reached: " + reason(failure));
              } else {
                connected(connected);
              }
            });
  }

  private synchronized void connected(WebSocket connected) {
    if (answer.isDone()) {
      connected.abort();
      return;
    }
    socket = connected;
    sending = true;
    then(connected.sendText(exchange.opening(), true));
  }

  /** Takes sound; what cannot be sent yet waits. */
  synchronized void send(byte[] pcm) {
    if (ended || answer.isDone()) {
      return;
    }
    if (waiting.add(pcm, exchange.unheard())) {
      pump();
    } else {
      fail("does not follow: it takes sound more slowly than it is spoken");
    }
  }

  /** No more sound comes. */
  synchronized void end() {
    ended = true;
    pump();
  }

  /** One message at a time: the next one may not begin before this one is on its way. */
  private synchronized void pump() {
    WebSocket line = socket;
    if (line == null || sending || closing || answer.isDone()) {
      return;
    }
    if (waiting.enough() || (ended && !waiting.isEmpty())) {
      sending = true;
      ByteBuffer next = waiting.next();
      exchange.sent(next.remaining());
      then(line.sendBinary(next, true));
    } else if (ended) {
      sending = true;
      closing = true;
      then(line.sendText(exchange.closing(), true));
    }
  }

  /** On a thread of its own: a minute of sound is hundreds of messages, one called by the other. */
  private void then(CompletableFuture<WebSocket> sent) {
    sent.whenCompleteAsync(
        (line, failure) -> {
          if (failure != null) {
            fail("takes no more sound: " + reason(failure));
            return;
          }
          synchronized (this) {
            sending = false;
            pump();
          }
        },
        SENDERS);
  }

  /**
   * What was understood.
   *
   * @return ends with a {@link ServerFailure} when the server has failed
   */
  CompletableFuture<Recognized> answer() {
    return answer;
  }

  boolean failed() {
    return answer.isCompletedExceptionally();
  }

  /** The text so far; empty when there is none. */
  synchronized String partial() {
    return partial;
  }

  /** Nobody waits for it any more. */
  void abandon() {
    fail("is not waited for");
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence part, boolean last) {
    message.append(part);
    if (message.length() > LONGEST_MESSAGE) {
      fail(new Nonsense("a message without end").getMessage());
    } else if (last) {
      String whole = message.toString();
      message.setLength(0);
      take(whole);
    }
    line.request(1);
    return null;
  }

  private void take(String whole) {
    String news;
    synchronized (this) {
      if (answer.isDone()) {
        return;
      }
      try {
        settle(exchange.take(whole));
      } catch (Nonsense e) {
        fail(String.valueOf(e.getMessage()));
        return;
      }
      String now = exchange.partial();
      news = now.equals(partial) ? "" : now;
      partial = now;
    }
    if (!news.isEmpty()) {
      tell(news);
    }
  }

  private void settle(Progress progress) {
    answers++;
    if (progress == Progress.WHOLE) {
      done();
    } else if (progress == Progress.PERHAPS_WHOLE) {
      int last = answers;
      CompletableFuture.delayedExecutor(SETTLED.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> doneUnlessMoreCame(last));
    }
  }

  private synchronized void doneUnlessMoreCame(int last) {
    if (answers == last) {
      done();
    }
  }

  private void done() {
    if (answer.complete(exchange.answer())) {
      hangUp();
    }
  }

  private void hangUp() {
    WebSocket line = socket;
    if (line != null) {
      line.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((same, failure) -> line.abort());
    }
  }

  private void tell(String news) {
    try {
      onPartial.accept(news);
    } catch (RuntimeException e) {
      LOG.error("a listener failed on a partial result; recognition goes on", e);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket line, ByteBuffer data, boolean last) {
    fail(new Nonsense("bytes").getMessage());
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket line, int code, String why) {
    fail("closed the connection (%d%s)".formatted(code, why.isEmpty() ? "" : ", " + why));
    return null;
  }

  @Override
  public void onError(WebSocket line, Throwable failure) {
    fail("cut the connection: " + reason(failure));
  }

  private void fail(@Nullable String reason) {
    if (answer.completeExceptionally(new ServerFailure(String.valueOf(reason)))) {
      synchronized (this) {
        waiting.clear();
        if (socket != null) {
          socket.abort();
        }
      }
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
