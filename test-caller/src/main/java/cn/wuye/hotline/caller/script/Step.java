package cn.wuye.hotline.caller.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One thing a caller does or waits for. */
public sealed interface Step {
  /** Where it stands in the file, from 1. */
  int line();

  /** Which step it is, from 1. */
  int number();

  /** The step in the script's own words, for messages. */
  String words();

  /**
   * Waits until a prompt is heard, and – unless she is about to barge in – to its end.
   *
   * @param key of the prompt catalogue; {@code *} for any
   */
  record Hears(int line, int number, String key, Duration within) implements Step {
    public static final String ANYTHING = "*";

    @Override
    public String words() {
      return "hears: " + key;
    }
  }

  /**
   * Presses keys where a prompt is heard that only some calls have; where the next one that the
   * script waits for is heard instead, or nothing in time, she goes on.
   *
   * @param key of the prompt catalogue
   * @param keys what she presses at the prompt's end
   */
  record IfHears(int line, int number, String key, String keys, Duration within) implements Step {
    @Override
    public String words() {
      return "if-hears: " + key;
    }
  }

  /**
   * Speaks, by machine voice or from a file.
   *
   * @param text what is said; with {@code file} what the file says, as far as the script tells
   * @param bargeIn whether she speaks while the prompt before still plays
   * @param hangsUpAfter hangs up in the middle, so long after the first sound
   */
  record Says(
      int line,
      int number,
      String text,
      Optional<Path> file,
      boolean bargeIn,
      Optional<Duration> hangsUpAfter)
      implements Step {
    @Override
    public String words() {
      return file.map(path -> "plays: " + path.getFileName()).orElse("says: " + text);
    }
  }

  /** Presses keys. */
  record Presses(int line, int number, String keys, boolean bargeIn) implements Step {
    @Override
    public String words() {
      return "presses: " + keys;
    }
  }

  /** Says nothing for a while. */
  record Silent(int line, int number, Duration length) implements Step {
    @Override
    public String words() {
      return "silent: " + length.toMillis() + "ms";
    }
  }

  /** Waits until the person at that phone is heard by the caller. */
  record HearsPhone(int line, int number, String phone, Duration within) implements Step {
    @Override
    public String words() {
      return "hears-phone: " + phone;
    }
  }

  /** Waits until what the caller said last is heard at that phone. */
  record HeardByPhone(int line, int number, String phone, Duration within) implements Step {
    @Override
    public String words() {
      return "heard-by-phone: " + phone;
    }
  }

  /** Sounds the tone after which voicemail records. */
  record Beeps(int line, int number) implements Step {
    @Override
    public String words() {
      return "beeps";
    }
  }

  /** Ends the call. */
  record HangsUp(int line, int number) implements Step {
    @Override
    public String words() {
      return "hangs-up";
    }
  }

  /** Whether the step begins while the prompt before it still plays. */
  default boolean bargesIn() {
    return (this instanceof Says says && says.bargeIn())
        || (this instanceof Presses presses && presses.bargeIn());
  }
}
