package cn.wuye.hotline.backend.intake.transcription;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where files are made that are needed for a moment.
 *
 * @param folder need not exist
 */
record Scratch(Path folder) {
  /** What is done with a file. */
  interface Reading<T> {
    Optional<T> read(Path file) throws IOException;
  }

  /** Lends an empty file. */
  <T> Optional<T> inFile(Reading<T> reading) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "transcribe", ".wav");
    try {
      return reading.read(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
