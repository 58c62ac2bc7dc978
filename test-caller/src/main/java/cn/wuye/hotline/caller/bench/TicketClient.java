package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Asks the API as a partner's program does; times in microseconds. */
final class TicketClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI api;
  private final String token;
  private final AtomicInteger opened = new AtomicInteger();

  TicketClient(Hotline hotline, String token) {
    this.api = hotline.api();
    this.token = token;
  }

  /** How many were done in how many seconds, and how long each took. */
  record Load(double seconds, List<Integer> micros) {
    double perSecond() {
      return micros.size() / seconds;
    }
  }

  /** Something that is done again and again. */
  interface Work {
    void once() throws Exception;
  }

  /** Does it in several threads until the time is over. */
  static Load repeat(int threads, double seconds, Callable<Work> each) throws Exception {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    return repeat(threads, each, done -> System.nanoTime() < end);
  }

  /** Does it so often in each of several threads. */
  static Load times(int threads, int times, Work work) throws Exception {
    return repeat(threads, () -> work, done -> done < times);
  }

  /**
   * @param goesOn with how often a thread has done it
   */
  private static Load repeat(int threads, Callable<Work> each, IntPredicate goesOn)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long begin = System.nanoTime();
      List<Future<List<Integer>>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Work work = each.call();
        running.add(
            pool.submit(
                () -> {
                  List<Integer> micros = new ArrayList<>();
                  while (goesOn.test(micros.size())) {
                    micros.add(timed(work));
                  }
                  return micros;
                }));
      }
      List<Integer> all = new ArrayList<>();
      for (Future<List<Integer>> one : running) {
        all.addAll(one.get());
      }
      return new Load((System.nanoTime() - begin) / 1e9, all);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Microseconds. */
  static int timed(Work work) throws Exception {
    long begin = System.nanoTime();
    work.once();
    return (int) ((System.nanoTime() - begin) / 1000);
  }

  /**
   * Opens one.
   *
   * @param more fields of the request, each with a comma before it
   */
  void open(String estate, String more) throws IOException, InterruptedException {
    int n = opened.incrementAndGet();
    // Each from another dwelling and number: a repeat would be found and linked.
    String body =
        "{\"category\":\"facilities\",\"subcategory\":\"lift\",\"text\":\"三号楼的电梯又坏了，第 "
            + n
            + " 次报修\",\"place\":{\"estateId\":\""
            + estate
            + "\",\"building\":\"B"
            + n
            + "\",\"room\":\""
            + n
            + "\"},\"reporter\":{\"name\":\"王女士\",\"phone\":\"138"
            + String.format("%08d", n)
            + "\"}"
            + more
            + "}";
    HttpRequest request =
        request("tickets")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    expect(http.send(request, HttpResponse.BodyHandlers.ofString()), 201);
  }

  /** The body of an answer. */
  String get(String path) throws IOException, InterruptedException {
    return expect(http.send(request(path).build(), HttpResponse.BodyHandlers.ofString()), 200);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  private static String expect(HttpResponse<String> answer, int status) throws IOException {
    if (answer.statusCode() != status) {
      throw new IOException(
          answer.request().uri() + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }
}
