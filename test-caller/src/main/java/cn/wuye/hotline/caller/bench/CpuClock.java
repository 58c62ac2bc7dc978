package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU-seconds used by the processes of an instance, by their pid files. */
final class CpuClock {
  private static final double TICKS_PER_SECOND = 100;
  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;

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
        sum += of(Files.readString(pidFile).strip());
      }
    }
    return sum;
  }

  private static double of(String pid) throws IOException {
    Path stat = Path.of("/proc", pid, "stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String line = Files.readString(stat);
    List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    return (Long.parseLong(fields.get(USER_TICKS)) + Long.parseLong(fields.get(SYSTEM_TICKS)))
        / TICKS_PER_SECOND;
  }
}
