package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU-seconds used by processes: those of an instance by their pid files, others by number. */
final class CpuClock {
  private static final double TICKS_PER_SECOND = 100;

  // Fields of /proc/PID/stat behind the name.
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private final Path home;

  CpuClock(Path home) {
    this.home = home;
  }

  /** The sum over those of the named processes that run. */
  double seconds(String... names) throws IOException {
    double sum = 0;
    for (String name : names) {
      Path pidFile = home.resolve("run/" + name + ".pid");
      if (Files.exists(pidFile)) {
        sum += sum(Files.readString(pidFile).strip(), USER, SYSTEM);
      }
    }
    return sum;
  }

  /** Of one process and those of its children that have ended; 0 when it does not run. */
  static double withChildren(long pid) throws IOException {
    return sum(String.valueOf(pid), USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
  }

  /** Of the programs that this process has started and that have ended. */
  static double endedChildren() throws IOException {
    return sum("self", CHILDREN_USER, CHILDREN_SYSTEM);
  }

  private static double sum(String pid, int... which) throws IOException {
    Path stat = Path.of("/proc", pid, "stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String line = Files.readString(stat);
    List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    long ticks = 0;
    for (int field : which) {
      ticks += Long.parseLong(fields.get(field));
    }
    return ticks / TICKS_PER_SECOND;
  }
}
