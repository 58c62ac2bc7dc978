package cn.wuye.hotline.backend.ticket;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of the list ended. The next page begins after it, whatever was opened meanwhile.
 *
 * <p>As text: milliseconds since 1970, '-', ticket number.
 */
public record TicketCursor(Instant openedAt, TicketNumber number) {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,14})-([0-9]{2,18})");

  /** Empty when the text is no cursor. */
  public static Optional<TicketCursor> find(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? TicketNumber.find(matcher.group(2))
            .map(
                number ->
                    new TicketCursor(
                        Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), number))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return openedAt.toEpochMilli() + "-" + number;
  }
}
