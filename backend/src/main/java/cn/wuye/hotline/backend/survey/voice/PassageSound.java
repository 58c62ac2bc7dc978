package cn.wuye.hotline.backend.survey.voice;

import cn.wuye.hotline.backend.recording.RecordingStore;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.port.OwnVoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads the sound of passages while their calls begin. The recordings may lie behind a network that
 * hangs: nobody waits for them longer than a moment.
 */
@Component
class PassageSound implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PassageSound.class);
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final int READERS = 4;
  private static final int WAITING = 16;

  /** Of a WAV: more than stands before the sound. */
  private static final int HEADER = 4096;

  /** Whoever comes to her matter later than this in a call is not quoted. */
  private static final Duration LATEST = Duration.ofMinutes(5);

  private final RecordingStore store;
  private final Duration patience;
  private final ThreadPoolExecutor readers;

  @Autowired
  PassageSound(RecordingStore store) {
    this(store, PATIENCE);
  }

  PassageSound(RecordingStore store, Duration patience) {
    this.store = store;
    this.patience = patience;
    this.readers =
        new ThreadPoolExecutor(
            READERS,
            READERS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            runnable -> {
              Thread thread = new Thread(runnable, "own-voice");
              thread.setDaemon(true);
              return thread;
            });
    readers.allowCoreThreadTimeOut(true);
  }

  /**
   * Begins to read.
   *
   * @return gives what was read; waits at most for 0.7 s and never throws
   */
  Supplier<Optional<OwnVoice>> read(Passage passage) {
    if (passage.to().compareTo(LATEST) > 0) {
      return Optional::empty;
    }
    try {
      Future<byte[]> sound = readers.submit(() -> sound(passage));
      return () ->
          within(sound, passage).map(pcm -> new OwnVoice(passage.number(), passage.words(), pcm));
    } catch (RejectedExecutionException e) {
      log.warn("recording {} is not played: too many are being read", passage.recording());
      return Optional::empty;
    }
  }

  private Optional<byte[]> within(Future<byte[]> sound, Passage passage) {
    try {
      return Optional.of(sound.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      log.warn("recording {} is not played: {}", passage.recording(), String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      sound.cancel(true);
      log.warn("recording {} is not played: not read in time", passage.recording());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private byte[] sound(Passage passage) throws IOException {
    RecordingStore.Sound found =
        store
            .find(passage.recording())
            .orElseThrow(() -> new NoSuchFileException(passage.recording().value()));
    try (InputStream in = found.open(0)) {
      // A file that goes on is read like one whose writer died.
      byte[] pcm = WavFile.parse(in.readNBytes(HEADER + bytes(passage.to())));
      return Arrays.copyOfRange(
          pcm,
          Math.min(pcm.length, bytes(passage.from())),
          Math.min(pcm.length, bytes(passage.to())));
    }
  }

  private static int bytes(Duration offset) {
    return Math.toIntExact(offset.toMillis() * Pcm.BYTES_PER_SECOND / 1000);
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
