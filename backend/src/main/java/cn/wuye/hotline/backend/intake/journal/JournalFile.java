package cn.wuye.hotline.backend.intake.journal;

import cn.wuye.hotline.backend.files.DurableFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One call's file while it is open for appending. Safe for several threads. */
final class JournalFile implements AutoCloseable {
  private final Path path;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable FileChannel channel;
  private boolean torn;
  private boolean closed;

  JournalFile(Path path) {
    this.path = path;
  }

  /** False when the file was closed meanwhile: nothing was written, take a new one. */
  boolean append(byte[] line, Durability durability) throws IOException {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      FileChannel open = open();
      if (torn) {
        writeAll(open, new byte[] {'\n'});
        torn = false;
      }
      torn = true;
      writeAll(open, line);
      torn = false;
      if (durability == Durability.DISK) {
        open.force(false);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private FileChannel open() throws IOException {
    FileChannel known = channel;
    if (known != null) {
      return known;
    }
    boolean created = !Files.exists(path);
    FileChannel opened =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    opened.position(opened.size());
    torn = endsTorn(opened);
    channel = opened;
    if (created) {
      DurableFiles.syncFolder(path);
    }
    return opened;
  }

  private static boolean endsTorn(FileChannel file) throws IOException {
    if (file.size() == 0) {
      return false;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    file.read(last, file.size() - 1);
    return last.get(0) != '\n';
  }

  private static void writeAll(FileChannel file, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      if (channel != null) {
        channel.close();
        channel = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
