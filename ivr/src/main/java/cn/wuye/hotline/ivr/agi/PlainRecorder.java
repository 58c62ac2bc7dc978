package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.GatedVoiceActivity;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.VoiceActivity;
import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Listening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Asterisk record an answer, to know whether there was one. The words themselves are in the
 * recording of the call; the file made here is removed.
 */
final class PlainRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(PlainRecorder.class);

  /** Less speech than this (100 ms) is a click. */
  private static final int LEAST_FRAMES = 5;

  private final Path folder;
  private final CallId call;
  private int takes;

  PlainRecorder(Path folder, CallId call) {
    this.folder = folder;
    this.call = call;
  }

  /**
   * Records until silence, a key or the longest time.
   *
   * @throws Broken when the caller hung up meanwhile
   */
  Take record(AgiLine agi, Listening listening, String escapeKeys) {
    Path name = folder.toAbsolutePath().resolve("turn-" + call + "-" + takes++);
    Path file = name.resolveSibling(name.getFileName() + ".wav");
    // One limit for both: Asterisk cannot tell waiting for words from waiting for more of them.
    Duration silence =
        listening.noInput().compareTo(listening.trailingSilence()) > 0
            ? listening.noInput()
            : listening.trailingSilence();
    try {
      char key = agi.record(name, listening.longest().plus(silence), silence, escapeKeys);
      return new Take(key, file, spoken(file));
    } catch (HangUp gone) {
      try (Take take = new Take((char) 0, file, spoken(file))) {
        throw new Broken(take.spoke());
      }
    }
  }

  private boolean spoken(Path file) {
    try (VoiceActivity voice = GatedVoiceActivity.create()) {
      byte[] pcm = WavFile.read(file);
      int frames = 0;
      for (int at = 0; at + Pcm.FRAME_BYTES <= pcm.length; at += Pcm.FRAME_BYTES) {
        frames += voice.speech(Arrays.copyOfRange(pcm, at, at + Pcm.FRAME_BYTES)) ? 1 : 0;
      }
      return frames >= LEAST_FRAMES;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      LOG.warn("call {}: {}; it counts as speech and will be listened to", call, e.getMessage());
      return true;
    }
  }

  /** What was recorded; closing removes it. */
  record Take(char key, Path file, boolean spoke) implements AutoCloseable {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warn("{} cannot be removed: {}", file.getFileName(), e.getMessage());
      }
    }
  }

  /** The caller hung up while it was recorded. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean spoke;

    Broken(boolean spoke) {
      super("hung up", null, false, false);
      this.spoke = spoke;
    }

    boolean spoke() {
      return spoke;
    }
  }
}
