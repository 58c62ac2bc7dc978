package cn.wuye.hotline.backend.queue.edit;

import cn.wuye.hotline.backend.queue.StormAnnouncement;
import cn.wuye.hotline.backend.queue.StormMode;
import java.util.Optional;

/**
 * How callers of a storm are to be served.
 *
 * @param words of the announcement, 0–{@value #MAX_WORDS} characters; beside a recording they say
 *     in short what is in it
 * @param recording a WAV, PCM of any rate; without one a recording of the same words stays
 * @param synthesised whether a recording of these words is to be played no more
 * @param seen how it was as far as whoever orders it knew; empty: however it is
 */
public record StormOrder(
    StormMode mode,
    String words,
    Optional<byte[]> recording,
    boolean synthesised,
    Optional<Seen> seen) {
  /** Longest announcement, in characters: about half a minute. */
  public static final int MAX_WORDS = 200;

  /** Largest recording, in bytes: a minute of whatever a microphone gives. */
  public static final int MAX_BYTES = 25_000_000;

  public StormOrder {
    words = words.strip();
  }

  /** One whose words are typed. */
  public static StormOrder typed(StormMode mode, String words) {
    return new StormOrder(mode, words, Optional.empty(), false, Optional.empty());
  }

  /** Whether somebody else has changed it meanwhile. */
  boolean late(StormMode mode, StormAnnouncement now) {
    return seen.filter(before -> !before.isStill(mode, now)).isPresent();
  }

  /**
   * A storm as a page showed it.
   *
   * @param recording id of that of the announcement, 0 for none; empty where the page does not know
   */
  public record Seen(StormMode mode, String words, Optional<Long> recording) {
    private boolean isStill(StormMode now, StormAnnouncement announced) {
      return now == mode
          && announced.words().equals(words)
          && recording.filter(id -> id != announced.recording().orElse(0)).isEmpty();
    }
  }
}
