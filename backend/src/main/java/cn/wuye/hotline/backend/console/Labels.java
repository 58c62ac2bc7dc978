package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.persistence.Coded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Codes and times in the words of the language that the user reads. */
@Component
public class Labels {
  /** Times are shown, and days cut, where the estates are. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final MessageSource messages;
  private final Clock clock;

  Labels(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /** The message of a key. */
  public String text(String key, Object... arguments) {
    return Objects.requireNonNullElse(
        messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale()), key);
  }

  /** The name of a code: {@code name("state", State.NEW)}; the code itself when it has no name. */
  public String name(String group, Coded code) {
    return name(group, code.code());
  }

  /** The name of a code that came as text. */
  public String name(String group, String code) {
    return Objects.requireNonNullElse(
        messages.getMessage(group + "." + code, null, code, LocaleContextHolder.getLocale()), code);
  }

  /** The language that the user reads. */
  public Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  /** Whether Chinese names of data are to be shown rather than English ones. */
  public boolean chinese() {
    return !Locale.ENGLISH.getLanguage().equals(LocaleContextHolder.getLocale().getLanguage());
  }

  /** A moment as short as it can be understood. */
  public String time(Instant moment) {
    ZonedDateTime then = moment.atZone(ZONE);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    if (then.toLocalDate().equals(today)) {
      return text("time.today", then.format(TIME));
    }
    if (then.toLocalDate().equals(today.minusDays(1))) {
      return text("time.yesterday", then.format(TIME));
    }
    return then.format(then.getYear() == today.getYear() ? THIS_YEAR : FULL);
  }

  /** A moment in full, to the minute. */
  public String fullTime(Instant moment) {
    return moment.atZone(ZONE).format(FULL);
  }

  /** An amount of time as people say it, to the minute. */
  public String amount(Duration amount) {
    if (amount.toMinutes() < 1) {
      return text("length.seconds");
    }
    if (amount.toHours() < 1) {
      return text("length.minutes", amount.toMinutes());
    }
    return amount.toDays() < 1
        ? text("length.hours", amount.toHours(), amount.toMinutesPart())
        : text("length.days", amount.toDays(), amount.toHoursPart());
  }

  /** Whether a moment is over. */
  public boolean past(Instant moment) {
    return moment.isBefore(clock.instant());
  }

  /** A length of sound as minutes and seconds. */
  public String length(Duration length) {
    return "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
  }
}
