package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Stored recordings as files of this machine, for as long as they are read. */
record LocalCopies(RecordingStore store, Scratch scratch) {
  /** What is made of a recording; empty also when the store has lost it. */
  <T> Optional<T> read(Recording recording, Scratch.Reading<T> reading) throws IOException {
    Optional<RecordingStore.Sound> sound = store.find(recording.key());
    if (sound.isEmpty()) {
      return Optional.empty();
    }
    return scratch.inFile(
        copy -> {
          try (InputStream in = sound.get().open(0)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
          }
          return reading.read(copy);
        });
  }
}
