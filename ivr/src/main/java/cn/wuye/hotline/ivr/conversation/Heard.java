package cn.wuye.hotline.ivr.conversation;

import cn.wuye.hotline.ivr.dialect.Hearing;
import java.time.Duration;
import java.util.List;

/**
 * What came back in one turn. Offsets count from the moment the call was answered, so that a place
 * in the recording can be found.
 */
public sealed interface Heard {

  /** When what was heard began. */
  Duration from();

  /** When what was heard ended. */
  Duration to();

  /**
   * The caller spoke.
   *
   * @param text what was understood, without spaces between Chinese words; empty when nothing was
   *     decoded or decodable
   * @param confidence 0–1, of the recogniser; 0 when not decoded
   * @param decoded false when no recogniser was free or there is no model: the recording is
   *     transcribed after the call
   * @param others what engines of other dialects made of it, where {@link Listening#dialects} asked
   *     for that and they were in time
   */
  record Words(
      String text,
      double confidence,
      boolean decoded,
      Duration from,
      Duration to,
      List<Hearing> others)
      implements Heard {
    public Words {
      others = List.copyOf(others);
    }

    /** Words that no other engine has heard. */
    public Words(String text, double confidence, boolean decoded, Duration from, Duration to) {
      this(text, confidence, decoded, from, to, List.of());
    }
  }

  /**
   * The caller pressed keys.
   *
   * @param digits one or more of {@code 0-9 * A-D}, without the terminating {@code #}; {@code "#"}
   *     when that came alone
   */
  record Keys(String digits, Duration from, Duration to) implements Heard {}

  /** Neither words nor keys until the no-input time-out ended. */
  record Silence(Duration from, Duration to) implements Heard {}

  /**
   * An emergency word was spotted, maybe in mid-sentence: the turn ends at once.
   *
   * @param word the word of the emergency list that was spotted
   * @param text what else was understood so far; may be empty
   */
  record EmergencyWord(String word, String text, Duration from, Duration to) implements Heard {}
}
