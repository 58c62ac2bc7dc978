package cn.wuye.hotline.ivr.conversation;

/**
 * A telephone number as dialled: digits, optionally with a leading '+'. {@link #toString()} is
 * masked, so that a number never reaches a log in full by accident; use {@link #digits()} where the
 * number itself is meant.
 *
 * @param digits 2–20 digits, optionally preceded by '+'
 */
public record PhoneNumber(String digits) {
  public PhoneNumber {
    if (!digits.matches("\\+?[0-9]{2,20}")) {
      throw new IllegalArgumentException(
          "not a telephone number: " + digits.length() + " characters");
    }
  }

  /** The number with its middle hidden: {@code 138****0001}. */
  public String masked() {
    int length = digits.length();
    if (length < 7) {
      return digits.charAt(0) + "*".repeat(length - 1);
    }
    return digits.substring(0, 3) + "*".repeat(length - 7) + digits.substring(length - 4);
  }

  @Override
  public String toString() {
    return masked();
  }
}
