package cn.wuye.hotline.backend.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page ended; as text milliseconds since 1970, '-', sequence, '-', node. */
public record AuditCursor(Instant at, String node, long sequence) {
  private static final Pattern TEXT =
      Pattern.compile("([0-9]{1,14})-([0-9]{1,18})-([A-Za-z0-9_-]{1,40})");

  /** Empty when the text is no cursor. */
  public static Optional<AuditCursor> find(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new AuditCursor(
                Instant.ofEpochMilli(Long.parseLong(matcher.group(1))),
                matcher.group(3),
                Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return at.toEpochMilli() + "-" + sequence + "-" + node;
  }
}
