package cn.wuye.hotline.backend.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A ticket's number as residents are told it: a sequence number followed by a check digit (ISO 7064
 * MOD 11,10), so that a digit misheard or mistyped is noticed. It grows with the sequence; 7 digits
 * at first.
 *
 * @param value the whole number as digits, with its check digit
 */
public record TicketNumber(long value) {
  private static final long LARGEST_SEQUENCE = 99_999_999_999_999_999L;

  public TicketNumber {
    if (value < 10 || value / 10 > LARGEST_SEQUENCE || checkDigit(value / 10) != value % 10) {
      throw new IllegalArgumentException("not a ticket number: " + value);
    }
  }

  /**
   * @param sequence 1 or more
   */
  public static TicketNumber ofSequence(long sequence) {
    return new TicketNumber(sequence * 10 + checkDigit(sequence));
  }

  /** The ticket number that these digits are; empty when they are none (a wrong check digit). */
  public static Optional<TicketNumber> find(String digits) {
    if (!digits.matches("[1-9][0-9]{1,17}")) {
      return Optional.empty();
    }
    long value = Long.parseLong(digits);
    return checkDigit(value / 10) == value % 10
        ? Optional.of(new TicketNumber(value))
        : Optional.empty();
  }

  /**
   * @throws IllegalArgumentException when the digits are no ticket number
   */
  @JsonCreator
  public static TicketNumber parse(String digits) {
    return find(digits)
        .orElseThrow(() -> new IllegalArgumentException("not a ticket number: '" + digits + "'"));
  }

  /** The number without its check digit. */
  public long sequence() {
    return value / 10;
  }

  /** All digits. */
  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }

  private static int checkDigit(long sequence) {
    int product = 10;
    for (char digit : Long.toString(sequence).toCharArray()) {
      int sum = (product + (digit - '0')) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10;
  }
}
