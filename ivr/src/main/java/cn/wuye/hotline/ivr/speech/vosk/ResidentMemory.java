package cn.wuye.hotline.ivr.speech.vosk;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The memory that this process really occupies: a model lives outside of Java's heap. */
public final class ResidentMemory {
  private static final Logger LOG = LoggerFactory.getLogger(ResidentMemory.class);
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /** The part of the C library that is used. */
  private interface Allocator extends Library {
    int malloc_trim(long keep);
  }

  /** In MB; 0 where the system does not tell. */
  public static long megabytes() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      LOG.debug("{} cannot be read", STATUS, e);
      return 0;
    }
  }

  /** Gives what a freed model occupied back to the system; glibc would keep it. */
  static void giveBack() {
    try {
      Native.load("c", Allocator.class).malloc_trim(0);
    } catch (LinkageError e) {
      LOG.debug("this C library keeps freed memory for itself", e);
    }
  }
}
