package cn.wuye.hotline.ivr.audio;

import java.util.ArrayDeque;
import java.util.Deque;

/** Keys of the running turn, and keys that were pressed before anybody listened. */
final class KeyBuffer {
  private static final String KEYS = "0123456789*#ABCD";

  /** A caller who drums on the keys does not decide the rest of the call. */
  private static final int MOST_PENDING = 16;

  private record Press(long at, char digit) {}

  private final Deque<Press> pending = new ArrayDeque<>();
  private final StringBuilder digits = new StringBuilder();
  private long firstAt;
  private long lastAt;

  void begin() {
    digits.setLength(0);
  }

  void press(long now, char digit) {
    char key = Character.toUpperCase(digit);
    if (KEYS.indexOf(key) >= 0 && pending.size() < MOST_PENDING) {
      pending.addLast(new Press(now, key));
    }
  }

  boolean pending() {
    return !pending.isEmpty();
  }

  void forgetPending() {
    pending.clear();
  }

  /**
   * Takes the oldest key into the turn.
   *
   * @return whether the keys are complete: enough of them, {@code #}, or {@code *}, which is never
   *     part of a number
   */
  boolean takeNext(int most) {
    Press press = pending.removeFirst();
    if (digits.isEmpty()) {
      firstAt = press.at;
    }
    lastAt = press.at;
    if (press.digit == '#') {
      if (digits.isEmpty()) {
        digits.append('#');
      }
      return true;
    }
    digits.append(press.digit);
    return press.digit == '*' || digits.length() >= most;
  }

  boolean any() {
    return !digits.isEmpty();
  }

  String digits() {
    return digits.toString();
  }

  long firstAt() {
    return firstAt;
  }

  long lastAt() {
    return lastAt;
  }
}
