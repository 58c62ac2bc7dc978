package cn.wuye.hotline.backend.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderRecordingStoreTest {
  private static final RecordingKey KEY = new RecordingKey("node-1-1763800000.12-mixed.wav");

  @TempDir Path folder;
  private RecordingStore store = new FolderRecordingStore(Path.of("."));

  @BeforeEach
  void store() {
    store = new FolderRecordingStore(folder);
  }

  @Test
  void whatOneNodePutsAnotherGetsFromAnyPositionOn() throws IOException {
    store.put(KEY, stream("0123456789"));

    RecordingStore other = new FolderRecordingStore(folder);
    RecordingStore.Sound sound = other.find(KEY).orElseThrow();
    assertThat(sound.bytes()).isEqualTo(10);
    try (InputStream rest = sound.open(7)) {
      assertThat(new String(rest.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("789");
    }
  }

  @Test
  void aPutThatBreaksLeavesWhatWasThereAndNothingElse() throws IOException {
    store.put(KEY, stream("old"));
    InputStream breaking =
        new SequenceInputStream(
            stream("new"),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the disk is gone");
              }
            });

    assertThatThrownBy(() -> store.put(KEY, breaking)).hasMessage("the disk is gone");

    try (InputStream kept = store.find(KEY).orElseThrow().open(0);
        Stream<Path> files = Files.walk(folder)) {
      assertThat(new String(kept.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("old");
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void whatIsDeletedIsGoneAndDeletingAgainDoesNoHarm() throws IOException {
    store.put(KEY, stream("a"));

    store.delete(KEY);
    store.delete(KEY);

    assertThat(store.exists(KEY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../secrets", "a/b", ".hidden", "a\\b", "a\0b"})
  void aKeyIsNoPath(String text) {
    assertThatThrownBy(() -> new RecordingKey(text)).hasMessageContaining("recording key");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
