package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many open live pages without a browser: when each is told of each caller. */
final class LiveScreens implements AutoCloseable {
  /** People open their pages one after the other; a node that has just started is not stormed. */
  private static final int AT_ONCE = 20;

  private static final int LINES_SHOWN = 20;

  private static final Pattern CALLER = Pattern.compile("\"c:(storm-[0-9]+)\":");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private final List<Screen> screens = new ArrayList<>();
  private final AtomicInteger lost = new AtomicInteger();
  private final Set<String> ends = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> sent;
  private final CountDownLatch ready;
  private final Semaphore opening = new Semaphore(AT_ONCE);

  /**
   * @param sent when each caller joined, by her channel; nanoseconds
   */
  LiveScreens(int count, ConsoleSession session, Map<String, Long> sent)
      throws InterruptedException {
    this.sent = sent;
    this.ready = new CountDownLatch(count);
    HttpRequest request =
        HttpRequest.newBuilder(session.base().resolve("/console/floor/stream"))
            .header("Cookie", session.header())
            .header("Accept", "text/event-stream")
            .build();
    for (int i = 0; i < count; i++) {
      if (!opening.tryAcquire(20, TimeUnit.SECONDS)) {
        return;
      }
      Screen screen = new Screen();
      screens.add(screen);
      screen.answer =
          client.sendAsync(
              request,
              info -> {
                screen.status = info.statusCode();
                return BodySubscribers.fromLineSubscriber(screen);
              });
      screen.answer.whenComplete(
          (answer, failure) -> {
            lost.incrementAndGet();
            ends.add(failure == null ? "status " + answer.statusCode() : failure.toString());
          });
    }
  }

  /** Waits until all have been told the whole. */
  void awaitReady() throws InterruptedException, IOException {
    if (!ready.await(60, TimeUnit.SECONDS)) {
      throw new IOException(
          ready.getCount()
              + " screens were not told the whole ("
              + screens.stream().map(Screen::untold).flatMap(Optional::stream).toList()
              + "); lines ended with "
              + ends);
    }
  }

  /** Microseconds from a caller's joining until a screen was told, of all screens together. */
  List<Integer> micros() {
    List<Integer> all = new ArrayList<>();
    for (Screen screen : screens) {
      synchronized (screen) {
        all.addAll(screen.micros);
      }
    }
    return all;
  }

  /** Lines that ended before they were closed. */
  int lost() {
    return lost.get();
  }

  private final class Screen implements Flow.Subscriber<String> {
    private final List<Integer> micros = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private CompletableFuture<HttpResponse<Void>> answer = new CompletableFuture<>();
    private final List<String> first = new ArrayList<>();
    private boolean told;
    private volatile int status;

    /** What it was told instead. */
    synchronized Optional<String> untold() {
      return told ? Optional.empty() : Optional.of("status " + status + ", " + first);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(String line) {
      long now = System.nanoTime();
      if (!told && first.size() < LINES_SHOWN) {
        first.add(line);
      }
      if (!told && line.equals("event:whole")) {
        told = true;
        ready.countDown();
        opening.release();
      }
      if (line.startsWith("data:")) {
        Matcher caller = CALLER.matcher(line);
        while (caller.find()) {
          Long joined = sent.get(caller.group(1));
          if (joined != null && known.add(caller.group(1))) {
            micros.add((int) TimeUnit.NANOSECONDS.toMicros(now - joined));
          }
        }
      }
    }

    // The end is seen by the answer's future.
    @Override
    public void onError(Throwable broken) {}

    @Override
    public void onComplete() {}
  }

  @Override
  public void close() {
    screens.forEach(screen -> screen.answer.cancel(true));
  }
}
