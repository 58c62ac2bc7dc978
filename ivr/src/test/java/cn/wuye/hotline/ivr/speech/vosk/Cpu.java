package cn.wuye.hotline.ivr.speech.vosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process uses. */
final class Cpu {
  private static final Path SELF = Path.of("/proc/self");

  private Cpu() {}

  static double seconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  /** Resident memory in MB. */
  static long memory() {
    try (Stream<String> lines = Files.lines(SELF.resolve("status"))) {
      String line = lines.filter(each -> each.startsWith("VmRSS")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Java's objects take in MB, without those that nobody has any more. */
  static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  static long openFiles() {
    try (Stream<Path> files = Files.list(SELF.resolve("fd"))) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }
}
