package cn.wuye.hotline.backend.moving;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments as older systems write them; without a zone they are meant where the estates are. */
final class Times {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Pattern LOCAL =
      Pattern.compile(
          "([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?"
              + "(?:[T\\s]*([0-9]{1,2})[:时]([0-9]{1,2})(?:[:分]([0-9]{1,2})秒?(?:\\.[0-9]+)?)?分?)?");

  private Times() {}

  static Optional<Instant> read(String text) {
    Matcher local = LOCAL.matcher(text.strip());
    try {
      if (!local.matches()) {
        return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
      }
      LocalDate day = LocalDate.of(number(local, 1), number(local, 2), number(local, 3));
      LocalTime time = LocalTime.of(number(local, 4), number(local, 5), number(local, 6));
      return Optional.of(day.atTime(time).atZone(ZONE).toInstant())
          .filter(moment -> day.getYear() >= 1990);
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }

  /** As the export writes it, to the second. */
  static String write(Instant moment) {
    return WRITTEN.format(moment.atZone(ZONE));
  }

  /** The year in which a moment is where the estates are. */
  static int yearOf(Instant moment) {
    return moment.atZone(ZONE).getYear();
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
