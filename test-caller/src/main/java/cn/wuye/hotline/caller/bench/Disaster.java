package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.instance.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Kills, stops and restarts parts of an instance, at random and again and again. */
final class Disaster implements Runnable {
  private static final int DATABASE_AWAY_SECONDS = 30;

  private final Instance instance;
  private final double lastsSeconds;
  private final Random random = new Random(20_260_101);
  private final List<String> done = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;

  /**
   * @param lastsSeconds how long the calls will come
   */
  Disaster(Instance instance, double lastsSeconds) {
    this.instance = instance;
    this.lastsSeconds = lastsSeconds;
  }

  void stop() {
    stopped = true;
  }

  /** What happened how often. */
  Map<String, Long> done() {
    Map<String, Long> counted = new TreeMap<>();
    done.forEach(what -> counted.merge(what, 1L, Long::sum));
    return counted;
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    boolean database = false;
    boolean asterisk = false;
    while (!stopped) {
      rest(8 + random.nextInt(18));
      double passed = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) / lastsSeconds;
      if (stopped || passed > 1) {
        return;
      }
      try {
        if (!database && passed > 0.35) {
          database = true;
          stopDatabase();
        } else if (!asterisk && passed > 0.65) {
          asterisk = true;
          happens("Asterisk restarted");
          instance.run("asterisk", "stop");
          instance.run("asterisk", "start");
        } else {
          happens("application killed");
          kill("application");
          rest(random.nextInt(10));
        }
        instance.run("up", "--detach");
      } catch (IOException e) {
        Progress.tell("while repairing: " + e.getMessage());
      }
    }
  }

  private void stopDatabase() throws IOException {
    happens("database stopped 30 s");
    instance.run("database", "stop");
    rest(DATABASE_AWAY_SECONDS);
    instance.run("database", "start");
  }

  /** Kills one of the instance's own processes, by its pid file. */
  void kill(String name) throws IOException {
    Path file = instance.home().resolve("run/" + name + ".pid");
    if (!Files.exists(file)) {
      return;
    }
    Optional<ProcessHandle> process =
        ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
    process.ifPresent(ProcessHandle::destroyForcibly);
  }

  private void happens(String what) {
    Progress.tell(what);
    done.add(what);
  }

  private void rest(int seconds) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!stopped && System.nanoTime() < until) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }
}
