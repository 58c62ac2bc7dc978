package cn.wuye.hotline.caller.bench;

import java.util.Optional;

/**
 * A call as Asterisk's own list has it.
 *
 * @param number that was dialled
 * @param start seconds since 1970, like the others
 * @param answer 0 when it was not answered
 */
record CallDetail(String number, double start, double answer, double end) {
  private static final int FIELDS = 5;

  /**
   * A line of the list; empty when it is about no telephone number, or is the other half of a call
   * that begins in Asterisk itself.
   */
  static Optional<CallDetail> of(String line) {
    String[] fields = line.split(",", -1);
    if (fields.length < FIELDS || !fields[0].matches("1[0-9]{10}") || fields[4].endsWith(";1")) {
      return Optional.empty();
    }
    return Optional.of(
        new CallDetail(fields[0], moment(fields[1]), moment(fields[2]), moment(fields[3])));
  }

  private static double moment(String text) {
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }

  boolean answered() {
    return answer > 0;
  }

  boolean overlaps(CallDetail other) {
    return start < other.end && other.start < end;
  }
}
