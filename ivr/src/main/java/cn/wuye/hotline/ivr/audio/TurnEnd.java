package cn.wuye.hotline.ivr.audio;

import java.time.Duration;
import java.util.Optional;

/**
 * How a turn ended. All times count from the moment the call was answered.
 *
 * @param digits what was pressed, for {@link Reason#KEYS}; what had been pressed so far, for {@link
 *     Reason#GONE}
 * @param prompt when the prompt sounded
 * @param speech when the caller spoke, if she did
 * @param answer when what ended the turn happened: the keys, the speech, or the waiting for it
 */
public record TurnEnd(
    Reason reason, String digits, Span prompt, Optional<Span> speech, Span answer) {

  /** The sound had ended before the turn could begin. */
  public static TurnEnd gone(Duration now) {
    Span nothing = new Span(now, now);
    return new TurnEnd(Reason.GONE, "", nothing, Optional.empty(), nothing);
  }

  /** From when until when. */
  public record Span(Duration from, Duration to) {
    static Span ofMillis(long from, long to) {
      return new Span(Duration.ofMillis(from), Duration.ofMillis(Math.max(from, to)));
    }
  }

  /** Why it ended. */
  public enum Reason {
    /** Enough keys, {@code #}, {@code *}, or no further key in time. */
    KEYS,
    /** The caller fell silent, or pressed {@code #} after speaking. */
    SPEECH,
    /** The caller spoke as long as she may. */
    LONGEST,
    /** Nothing came. */
    NO_INPUT,
    /** An emergency word was spotted. */
    EMERGENCY,
    /** The sound has ended: hung up, or the connection broke. */
    GONE
  }
}
