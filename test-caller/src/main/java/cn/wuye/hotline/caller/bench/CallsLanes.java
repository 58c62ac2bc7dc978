package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.call.LossCaller;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers who call one after the other in so many lanes, so that the calls at once stay so many.
 */
final class CallsLanes {
  private static final double BEGUN_A_SECOND = 5;
  private static final AtomicLong NUMBERS = new AtomicLong(13_710_000_000L);

  private final CpuClock cpu;
  private final Caller caller;
  private final AtomicInteger active = new AtomicInteger();
  private final AtomicLong millis = new AtomicLong();

  /** Makes one call to its end. */
  interface Caller {
    LossCaller.Log call(String from, boolean speaks);
  }

  CallsLanes(CpuClock cpu, Caller caller) {
    this.cpu = cpu;
    this.caller = caller;
  }

  CallsRound run(int lanes, int each, TicketCount tickets)
      throws InterruptedException, ExecutionException, SQLException {
    ExecutorService threads = Executors.newFixedThreadPool(lanes);
    LoadMeter meter = new LoadMeter(cpu, active::get, "application", "asterisk", "database");
    List<LossCaller.Log> logs = new ArrayList<>();
    try (meter) {
      List<Future<List<LossCaller.Log>>> talking = new ArrayList<>();
      for (int i = 0; i < lanes; i++) {
        boolean speaks = i % 2 == 1;
        talking.add(threads.submit(() -> lane(each, speaks)));
        LockSupport.parkNanos((long) (TimeUnit.SECONDS.toNanos(1) / BEGUN_A_SECOND));
      }
      for (Future<List<LossCaller.Log>> lane : talking) {
        logs.addAll(lane.get());
      }
    } finally {
      threads.shutdownNow();
    }
    return judge(lanes, logs, tickets, meter.load());
  }

  private List<LossCaller.Log> lane(int calls, boolean speaks) {
    List<LossCaller.Log> logs = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      active.incrementAndGet();
      try {
        logs.add(caller.call(String.valueOf(NUMBERS.getAndIncrement()), speaks));
      } finally {
        active.decrementAndGet();
        millis.addAndGet(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      }
    }
    return logs;
  }

  private CallsRound judge(
      int lanes, List<LossCaller.Log> logs, TicketCount tickets, LoadMeter.Load load)
      throws SQLException {
    List<String> complained =
        logs.stream().filter(LossCaller.Log::complained).map(LossCaller.Log::from).toList();
    Map<String, Integer> counted = tickets.settled(complained);
    List<String> lost = complained.stream().filter(n -> !counted.containsKey(n)).toList();
    long doubled = complained.stream().filter(n -> counted.getOrDefault(n, 0) > 1).count();
    logs.stream()
        .filter(log -> !log.complained() || lost.contains(log.from()))
        .forEach(log -> Progress.tell("went wrong: heard " + log.heard() + ", " + log.end()));
    long finished =
        logs.stream()
            .filter(log -> log.heard().stream().anyMatch(key -> key.startsWith("goodbye")))
            .count();
    return new CallsRound(
        lanes,
        logs.size(),
        complained.size(),
        (int) finished,
        lost.size(),
        (int) doubled,
        millis.get() / 1000.0 / logs.size(),
        load);
  }
}
