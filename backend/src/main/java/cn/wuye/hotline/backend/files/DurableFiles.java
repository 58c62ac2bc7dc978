package cn.wuye.hotline.backend.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are either the old or the new one after a power cut, never half of each. */
public final class DurableFiles {
  private DurableFiles() {}

  /** Replaces the file's content in one step; on the disk on return. */
  public static void replace(Path file, byte[] content) throws IOException {
    Path folder = folderOf(file);
    Files.createDirectories(folder);
    Path next = Files.createTempFile(folder, ".", ".next");
    try {
      try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      move(next, file);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /** Moves within one file system in one step; on the disk on return. */
  public static void move(Path from, Path to) throws IOException {
    Files.createDirectories(folderOf(to));
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(to);
  }

  /** Makes the creation or removal of the file itself durable. */
  public static void syncFolder(Path file) throws IOException {
    try (FileChannel folder = FileChannel.open(folderOf(file), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("no folder holds " + file);
    }
    return folder;
  }
}
