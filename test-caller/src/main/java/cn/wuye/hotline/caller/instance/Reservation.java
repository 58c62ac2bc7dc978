package cn.wuye.hotline.caller.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/**
 * A number of an instance that no other process takes: between looking whether its ports are free
 * and opening them there is time for somebody else to look. Given back when its process ends.
 */
final class Reservation implements AutoCloseable {
  private static final Set<Integer> OURS = ConcurrentHashMap.newKeySet();

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
      // Closing a second channel to a file would give back what the first has locked.
      if (!OURS.add(number)) {
        continue;
      }
      FileChannel channel =
          FileChannel.open(file(number), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null && free.test(number)) {
        return new Reservation(number, channel);
      }
      channel.close();
      OURS.remove(number);
    }
    throw new IOException("no free HOTLINE_INSTANCE from " + lowest + " to " + highest);
  }

  private static Path file(int number) {
    String name = "hotline-" + System.getProperty("user.name") + "-instance-" + number + ".lock";
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }

  int number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    OURS.remove(number);
  }
}
