package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.ivr.audio.BrokenWav;
import cn.wuye.hotline.ivr.audio.WavFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queues and agents as they were last read: for calls, which do not wait for the database. */
public final class QueueBook {
  private static final Logger LOG = LoggerFactory.getLogger(QueueBook.class);

  private volatile QueueData data = QueueData.NONE;
  private volatile Map<Long, byte[]> sounds = Map.of();

  /** Where the sound of a recorded announcement comes from. */
  @FunctionalInterface
  public interface Sounds {
    /** A WAV, 8 kHz, 16 bit, mono; empty when there is none such. */
    Optional<byte[]> read(String queue, long recording);
  }

  public QueueData data() {
    return data;
  }

  /**
   * The sound of an announcement: 8 kHz, 16 bit signed little-endian, mono; empty where it is to be
   * synthesised.
   */
  public Optional<byte[]> sound(StormAnnouncement announcement) {
    return announcement.recording().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(sounds.get(announcement.recording().getAsLong()));
  }

  /**
   * Keeps what was read, and the sound of what is announced. Returns what it keeps. Used by one
   * thread at a time.
   *
   * @param from asked for each sound once, as none changes
   */
  public QueueData keep(QueueData newer, Sounds from) {
    Map<Long, byte[]> all = new HashMap<>();
    newer
        .manners()
        .forEach(
            (queue, manner) ->
                manner
                    .hands()
                    .announcement()
                    .recording()
                    .ifPresent(id -> sound(queue, id, from).ifPresent(pcm -> all.put(id, pcm))));
    sounds = Map.copyOf(all);
    data = newer;
    return newer;
  }

  private Optional<byte[]> sound(String queue, long id, Sounds from) {
    byte[] known = sounds.get(id);
    return known == null ? from.read(queue, id).flatMap(wav -> pcm(wav, id)) : Optional.of(known);
  }

  private static Optional<byte[]> pcm(byte[] wav, long id) {
    try {
      return Optional.of(WavFile.parse(wav));
    } catch (BrokenWav e) {
      LOG.error("The recording {} cannot be played, its words are synthesised", id, e);
      return Optional.empty();
    }
  }
}
