package cn.wuye.hotline.backend.intake.transcription;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where files are made that are needed for a moment.
 *
 * @param folder need not exist
 */
record Scratch(Path folder) {
  private static final String PREFIX = "transcribe";

  /** What is done with a file. */
  interface Reading<T> {
    Optional<T> read(Path file) throws IOException;
  }

  /** Removes what a process that was killed has left: whole talks, and for good. */
  void clear() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*.wav")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Lends an empty file. */
  <T> Optional<T> inFile(Reading<T> reading) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, PREFIX, ".wav");
    try {
      return reading.read(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
