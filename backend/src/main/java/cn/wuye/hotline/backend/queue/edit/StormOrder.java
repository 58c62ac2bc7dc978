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
 * @param seen what was announced as far as whoever orders it knew; empty: whatever it is
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

  /** Whether somebody else has changed meanwhile what is announced. */
  boolean late(StormAnnouncement now) {
    return seen.filter(before -> !before.isStill(now)).isPresent();
  }

  /**
   * An announcement as a page showed it.
   *
   * @param recording its id, 0 for none; empty where the page does not know
   */
  public record Seen(String words, Optional<Long> recording) {
    private boolean isStill(StormAnnouncement now) {
      return now.words().equals(words)
          && recording.filter(id -> id != now.recording().orElse(0)).isEmpty();
    }
  }
}
