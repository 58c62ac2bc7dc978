package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.script.Script;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Many calls by one script, begun at an even pace. */
public final class Caravan {
  private final Switchboard board;

  public Caravan(Switchboard board) {
    this.board = board;
  }

  /**
   * Places the calls and returns when all have ended.
   *
   * @param rate calls begun a second
   */
  public List<CallRecord> run(Script script, int count, double rate) throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      long start = System.nanoTime();
      List<Future<CallRecord>> playing = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        long due = start + (long) (i * 1e9 / rate);
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        PlayedCall call = board.call(numbered(script, i));
        playing.add(threads.submit(call::play));
      }
      List<CallRecord> records = new ArrayList<>();
      for (Future<CallRecord> each : playing) {
        records.add(each.get());
      }
      return records;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call broke: " + e.getCause(), e);
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(5, TimeUnit.SECONDS);
    }
  }

  /** Each caller has a number of her own, where the script gives one at all. */
  private static Script numbered(Script script, int index) {
    return script
        .from()
        .filter(number -> index > 0)
        .map(
            number -> {
              String digits = number.replace("+", "");
              String next = new BigInteger(digits).add(BigInteger.valueOf(index)).toString();
              String padded = "0".repeat(Math.max(0, digits.length() - next.length())) + next;
              return script.withFrom(number.startsWith("+") ? "+" + padded : padded);
            })
        .orElse(script);
  }
}
