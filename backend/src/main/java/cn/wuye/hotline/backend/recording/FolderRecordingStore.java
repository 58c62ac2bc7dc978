package cn.wuye.hotline.backend.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** Recordings in a folder, which all nodes mount when there are several. */
final class FolderRecordingStore implements RecordingStore {
  private static final int SHARDS = 256;

  private final Path folder;

  FolderRecordingStore(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public void put(RecordingKey key, InputStream content) throws IOException {
    Path file = file(key);
    Path shard = Files.createDirectories(parent(file));
    Path partial = shard.resolve("." + key + "." + UUID.randomUUID() + ".partial");
    try {
      try (FileChannel channel =
          FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.transferTo(Channels.newOutputStream(channel));
        channel.force(true);
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      syncFolder(shard);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  @Override
  public Optional<Sound> find(RecordingKey key) throws IOException {
    Path file = file(key);
    try {
      return Optional.of(new FileSound(file, Files.size(file)));
    } catch (NoSuchFileException nothing) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(RecordingKey key) throws IOException {
    Files.deleteIfExists(file(key));
  }

  // Spread over folders, so that none ever holds a million files.
  private Path file(RecordingKey key) {
    int shard = Math.floorMod(key.value().hashCode(), SHARDS);
    return folder.resolve("%02x".formatted(shard)).resolve(key.value());
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalStateException("no folder above " + file);
    }
    return parent;
  }

  // The name survives a power cut only when the folder is written, too.
  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private record FileSound(Path file, long bytes) implements Sound {
    @Override
    public InputStream open(long position) throws IOException {
      SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ);
      channel.position(position);
      return Channels.newInputStream(channel);
    }
  }
}
