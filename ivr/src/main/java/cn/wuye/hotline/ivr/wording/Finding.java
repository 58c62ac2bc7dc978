package cn.wuye.hotline.ivr.wording;

import java.util.List;
import java.util.Locale;

/**
 * Something about settings that is wrong, or worth a second look.
 *
 * @param field which value: {@code prompts.greeting}, {@code keys.2}, {@code lexicon.充电桩}, {@code
 *     hours.week.1} …
 * @param code names the sentence that tells people
 * @param arguments of that sentence
 */
public record Finding(String field, Code code, List<Object> arguments) {
  public Finding {
    arguments = List.copyOf(arguments);
  }

  static Finding of(String field, Code code, Object... arguments) {
    return new Finding(field, code, List.of(arguments));
  }

  /** Whether settings with it are neither kept nor used. */
  public boolean error() {
    return code.error;
  }

  /** What can be found. */
  public enum Code {
    TOO_MUCH(true),
    PROMPT_UNKNOWN(true),
    TEXT_EMPTY(true),
    TEXT_TOO_LONG(true),
    SLOTS_DIFFER(true),
    GREETING_TOO_LONG(true),
    GREETING_NO_RECORDING(true),
    GREETING_NO_PERSON(false),
    KEY_NOT_SPOKEN(true),
    ESTATE_UNKNOWN(false),
    KEY_FIXED(true),
    KEY_UNKNOWN(true),
    KEY_TWICE(true),
    TARGET_TWICE(true),
    TARGET_UNKNOWN(true),
    PHRASE_UNREADABLE(true),
    PHRASE_TOO_SHORT(true),
    PHRASE_TOO_LONG(true),
    PHRASE_TWICE(true),
    PHRASE_IS_DANGER(true),
    CATEGORY_UNKNOWN(true),
    CATEGORY_NOT_OFFERED(false),
    WEIGHT_RANGE(true),
    KIND_UNKNOWN(true),
    URGENCY_UNKNOWN(true),
    OFF_UNKNOWN(false),
    DANGER_GROUP_UNKNOWN(true),
    DANGER_NEVER_ACTS(true),
    DANGER_EVERYDAY(false),
    DANGER_OFF(false),
    DANGER_CRITICAL_OFF(true),
    DANGER_GROUP_OFF(true),
    FRAMES_UNREADABLE(true),
    DAYS_UNREADABLE(true),
    NEVER_OPEN(true),
    DIALECT_UNKNOWN(true),
    UNSPELLABLE(false);

    private final boolean error;

    Code(boolean error) {
      this.error = error;
    }

    /** The code in message bundles and answers: lower case with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
