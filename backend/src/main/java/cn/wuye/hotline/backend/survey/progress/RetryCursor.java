package cn.wuye.hotline.backend.survey.progress;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of the retry queue ended; {@link #toString} can stand in an address. */
public record RetryCursor(Instant due, long survey) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,14})-([0-9]{1,18})");

  /** Empty for what is none. */
  public static Optional<RetryCursor> find(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new RetryCursor(
                Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return due.toEpochMilli() + "-" + survey;
  }
}
