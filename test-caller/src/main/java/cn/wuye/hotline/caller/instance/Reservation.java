package cn.wuye.hotline.caller.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntPredicate;

/**
 * A number of an instance that no other process takes: between looking whether its ports are free
 * and opening them there is time for somebody else to look. Given back when its process ends.
 */
final class Reservation implements AutoCloseable {
  private final int number;
  private final FileChannel channel;

  private Reservation(int number, FileChannel channel) {
    this.number = number;
    this.channel = channel;
  }

  /**
   * The lowest number that is free.
   *
   * @param free whether nothing that runs already uses it
   * @throws IOException when all are taken
   */
  static Reservation first(int lowest, int highest, IntPredicate free) throws IOException {
    for (int number = lowest; number <= highest; number++) {
      FileChannel channel =
          FileChannel.open(file(number), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel) && free.test(number)) {
        return new Reservation(number, channel);
      }
      channel.close();
    }
    throw new IOException("no free HOTLINE_INSTANCE from " + lowest + " to " + highest);
  }

  private static Path file(int number) {
    String name = "hotline-" + System.getProperty("user.name") + "-instance-" + number + ".lock";
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }

  /** The lock goes with its channel. */
  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another instance of this very process has it.
      return false;
    }
  }

  int number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
