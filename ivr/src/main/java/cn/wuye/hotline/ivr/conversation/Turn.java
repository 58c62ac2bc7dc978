package cn.wuye.hotline.ivr.conversation;

import java.time.Duration;

/**
 * One act in a call: transcript, audit and test evidence alike.
 *
 * @param text what was said or understood; the digits for keys; never a phone number in full
 * @param key the prompt's key for {@link Kind#SAID}, else empty
 * @param from offset from the moment the call was answered
 * @param to offset from the moment the call was answered, not before {@code from}
 */
public record Turn(Who who, Kind kind, String text, String key, Duration from, Duration to) {
  /** Who acted. */
  public enum Who {
    HOTLINE,
    CALLER
  }

  /** What the act was. */
  public enum Kind {
    SAID,
    WORDS,
    KEYS,
    SILENCE,
    EMERGENCY_WORD,
    CONNECTED,
    HUNG_UP
  }
}
