package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** Looks twice a second at how many calls there are and how much CPU an instance has used. */
final class LoadMeter implements AutoCloseable {
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(500);

  /** So many of the calls must be there for a moment to count as one of full load. */
  private static final double FULL = 0.95;

  private final CpuClock cpu;
  private final String[] processes;
  private final IntSupplier calls;
  private final List<Look> looks = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closed;

  /** One moment. */
  record Look(double seconds, int calls, double cpu) {}

  /**
   * The CPU-seconds of the moments of full load.
   *
   * @param seconds how long it lasted
   * @param cpuSeconds used meanwhile
   * @param callSeconds calls times time
   */
  record Load(double seconds, double cpuSeconds, double callSeconds) {
    double cpuPerCallSecond() {
      return cpuSeconds / callSeconds;
    }

    /** Of the whole machine, 0–1. */
    double share() {
      return cpuSeconds / seconds / Runtime.getRuntime().availableProcessors();
    }
  }

  /** Looks from now on. */
  LoadMeter(CpuClock cpu, IntSupplier calls, String... processes) {
    this.cpu = cpu;
    this.calls = calls;
    this.processes = processes.clone();
    thread = new Thread(this::run, "load-meter");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (!closed) {
      try {
        looks.add(new Look(System.nanoTime() / 1e9, calls.getAsInt(), cpu.seconds(processes)));
      } catch (IOException e) {
        Progress.tell("the CPU cannot be read: " + e.getMessage());
      }
      LockSupport.parkNanos(LOOK);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What it saw; after closing. */
  Load load() {
    return load(looks);
  }

  /** Between every two moments of full load. */
  static Load load(List<Look> looks) {
    int most = looks.stream().mapToInt(Look::calls).max().orElse(0);
    double seconds = 0;
    double cpu = 0;
    double callSeconds = 0;
    for (int i = 1; i < looks.size(); i++) {
      Look before = looks.get(i - 1);
      Look now = looks.get(i);
      if (Math.min(before.calls, now.calls) >= FULL * most) {
        double passed = now.seconds - before.seconds;
        seconds += passed;
        cpu += now.cpu - before.cpu;
        callSeconds += passed * (before.calls + now.calls) / 2;
      }
    }
    return new Load(seconds, cpu, callSeconds);
  }
}
