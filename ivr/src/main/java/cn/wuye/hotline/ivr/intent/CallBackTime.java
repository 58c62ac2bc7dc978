package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import cn.wuye.hotline.ivr.intent.TimeWords.Said;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When somebody wants to be phoned: 下午三点再打给我, 明天上午, 过两个小时, 周六晚上, 十五号. In the resident's own clock;
 * whether that may be is another's question ({@link CallBackAgreement}). From data, thread-safe.
 *
 * <p>An hour without a part of the day is the next one that people are awake at: 三点 is 15:00. A
 * part of the day that is over means tomorrow's; an hour of a part that still lasts is taken for
 * what it is, past or not.
 */
public final class CallBackTime {
  private static final String NUMBER = "([零〇一二两三四五六七八九十]{1,3}|[0-9]{1,2})";
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![周期拜])"
              + NUMBER
              + "(?:点钟?|时(?!候|间)|[:：])(?:(半)|([一三123])刻|"
              + NUMBER
              + "(个字)|"
              + NUMBER
              + "分?)?");
  private static final Pattern WEEKDAY = Pattern.compile("(下个?)?(?:周|星期|礼拜)([一二三四五六日天末])");
  private static final Pattern DATE =
      Pattern.compile("(?:" + NUMBER + "月)?" + NUMBER + "[号日](?!楼|院|房|门)");
  private static final Pattern HOURS =
      Pattern.compile("(?:" + NUMBER + "个?|(半)个?)(半)?个?(?:小时|钟头)(半)?");
  private static final Pattern MINUTES = Pattern.compile(NUMBER + "分钟");
  private static final Pattern QUARTERS = Pattern.compile("([一二两三123])刻钟");
  private static final Pattern DAYS =
      Pattern.compile("过" + NUMBER + "天|" + NUMBER + "天(?:以后|之后|后)");
  private static final String WEEK = "一二三四五六日";

  private static final Duration SOON = Duration.ofMinutes(30);
  private static final Duration LATER = Duration.ofHours(2);
  private static final LocalTime SOMETIME = LocalTime.of(10, 0);

  /** Who names an hour alone means one of these: from 7 in the morning to 21:59. */
  private static final int AWAKE = 7;

  private static final int ASLEEP = 22;
  private static final int LARGEST_HOUR = 24;

  private final TimeWords words;

  private CallBackTime(TimeWords words) {
    this.words = words;
  }

  /** With the words that are shipped with the hotline. */
  public static CallBackTime shipped() {
    return new CallBackTime(new TimeWords(DataFile.resource("/intent/survey.yml")));
  }

  /** A time of day as it was said. */
  private record Clock(int hour, int minute, int from, int to) {}

  /**
   * The time that is meant.
   *
   * @param now by the resident's clock
   * @return maybe past; empty when no time is named
   */
  public Optional<LocalDateTime> read(String text, LocalDateTime now) {
    String plain = StandardWords.of(text).replaceAll("[\\p{P}\\s&&[^:：]]", "");
    Optional<LocalDate> day = day(plain, now);
    Optional<DayPart> part = words.part(plain).map(Said::value);
    Optional<Clock> clock = clock(plain);
    if (clock.isPresent()) {
      return at(clock.get(), day, part, now);
    }
    if (part.isPresent()) {
      return Optional.of(inPart(day, part.get(), now));
    }
    return day.map(date -> date.atTime(SOMETIME)).or(() -> lapse(plain).map(minute(now)::plus));
  }

  /**
   * The time that is keyed: one or two digits are an hour, three or four an hour and minutes.
   *
   * @param now by the resident's clock
   * @return maybe past; empty when the digits are no time
   */
  public Optional<LocalDateTime> keyed(String digits, LocalDateTime now) {
    if (!digits.matches("[0-9]{1,4}")) {
      return Optional.empty();
    }
    int value = Integer.parseInt(digits);
    boolean minutes = digits.length() > 2;
    Clock clock = new Clock(minutes ? value / 100 : value, minutes ? value % 100 : 0, 0, 0);
    return at(clock, Optional.empty(), Optional.empty(), now);
  }

  private Optional<LocalDate> day(String text, LocalDateTime now) {
    LocalDate today = now.toLocalDate();
    return words
        .day(text)
        .map(said -> today.plusDays(said.value()))
        .or(() -> weekday(text, now))
        .or(() -> date(text, today))
        .or(() -> afterDays(text).map(today::plusDays));
  }

  private Optional<LocalDate> weekday(String text, LocalDateTime now) {
    Matcher found = WEEKDAY.matcher(text);
    if (!found.find() || words.takenBack(text, found.start(), found.end())) {
      return Optional.empty();
    }
    String name = found.group(2).replace('天', '日').replace('末', '六');
    DayOfWeek day = DayOfWeek.of(WEEK.indexOf(name) + 1);
    LocalDate today = now.toLocalDate();
    if (found.group(1) != null) {
      return Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(day));
    }
    // Thursday said on a Thursday is today, if a time is named that is still to come.
    boolean thisOne = day == today.getDayOfWeek() && later(text, now);
    return Optional.of(thisOne ? today : today.with(TemporalAdjusters.next(day)));
  }

  private boolean later(String text, LocalDateTime now) {
    Optional<DayPart> part = words.part(text).map(Said::value);
    Optional<LocalDate> today = Optional.of(now.toLocalDate());
    return clock(text)
        .flatMap(clock -> at(clock, today, part, now))
        .or(() -> part.map(each -> now.toLocalDate().atTime(each.usual())))
        .filter(now::isBefore)
        .isPresent();
  }

  private Optional<LocalDate> date(String text, LocalDate today) {
    Matcher found = DATE.matcher(text);
    if (!found.find() || words.takenBack(text, found.start(), found.end())) {
      return Optional.empty();
    }
    int day = SpokenNumber.of(found.group(2));
    int month = found.group(1) == null ? today.getMonthValue() : SpokenNumber.of(found.group(1));
    if (day < 1 || month < 1 || month > 12 || day > today.withMonth(month).lengthOfMonth()) {
      return Optional.empty();
    }
    LocalDate date = LocalDate.of(today.getYear(), month, day);
    if (!date.isBefore(today)) {
      return Optional.of(date);
    }
    return Optional.of(found.group(1) == null ? date.plusMonths(1) : date.plusYears(1));
  }

  private static Optional<Integer> afterDays(String text) {
    Matcher found = DAYS.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    String number = found.group(1) == null ? found.group(2) : found.group(1);
    return Optional.of(SpokenNumber.of(number)).filter(days -> days > 0);
  }

  private Optional<Clock> clock(String text) {
    Matcher found = CLOCK.matcher(text);
    Clock last = null;
    while (found.find()) {
      if (!words.takenBack(text, found.start(), found.end())) {
        last = new Clock(hour(found.group(1)), minutes(found), found.start(), found.end());
      }
    }
    return Optional.ofNullable(last);
  }

  /** 三四点 is three at the earliest. */
  private static int hour(String numeral) {
    boolean two = numeral.matches("[一二两三四五六七八九]{2}");
    return SpokenNumber.of(two ? numeral.substring(0, 1) : numeral);
  }

  private static int minutes(Matcher found) {
    if (found.group(2) != null) {
      return 30;
    }
    if (found.group(3) != null) {
      return 15 * SpokenNumber.of(found.group(3));
    }
    if (found.group(5) != null) {
      // Cantonese: each figure of the dial is five minutes.
      return 5 * SpokenNumber.of(found.group(4));
    }
    return found.group(6) == null ? 0 : SpokenNumber.of(found.group(6));
  }

  private static Optional<LocalDateTime> at(
      Clock clock, Optional<LocalDate> day, Optional<DayPart> part, LocalDateTime now) {
    if (clock.hour > LARGEST_HOUR || clock.hour < 0 || clock.minute > 59 || clock.minute < 0) {
      return Optional.empty();
    }
    if (part.isPresent()) {
      LocalDate date = day.orElseGet(() -> dayOf(part.get(), now));
      return Optional.of(moment(date, part.get().hour(clock.hour), clock.minute));
    }
    LocalDate date = day.orElse(now.toLocalDate());
    LocalDateTime first = moment(date, clock.hour, clock.minute);
    LocalDateTime second = moment(date, clock.hour + 12, clock.minute);
    boolean twice = clock.hour > 0 && clock.hour <= 12;
    if (!twice || (awake(clock.hour) && first.isAfter(now))) {
      return Optional.of(first);
    }
    return Optional.of(awake(clock.hour + 12) ? second : first);
  }

  private static boolean awake(int hour) {
    return hour >= AWAKE && hour < ASLEEP;
  }

  private static LocalDateTime moment(LocalDate date, int hour, int minute) {
    return date.atStartOfDay().plusHours(hour).plusMinutes(minute);
  }

  private static LocalDate dayOf(DayPart part, LocalDateTime now) {
    boolean over = !now.toLocalTime().isBefore(part.end());
    return now.toLocalDate().plusDays(over ? 1 : 0);
  }

  /** In the middle of the part, or in a little while when it has passed that already. */
  private static LocalDateTime inPart(Optional<LocalDate> day, DayPart part, LocalDateTime now) {
    LocalDate date = day.orElseGet(() -> dayOf(part, now));
    LocalDateTime usual = date.atTime(part.usual());
    boolean running = usual.isBefore(now) && now.isBefore(date.atTime(part.end()));
    return running ? minute(now).plus(SOON) : usual;
  }

  private Optional<Duration> lapse(String text) {
    Matcher hours = HOURS.matcher(text);
    if (hours.find()) {
      int whole = hours.group(1) == null ? 0 : SpokenNumber.of(hours.group(1));
      boolean half = hours.group(2) != null || hours.group(3) != null || hours.group(4) != null;
      return Optional.of(Duration.ofHours(Math.max(0, whole)).plusMinutes(half ? 30 : 0))
          .filter(lapse -> !lapse.isZero());
    }
    Matcher minutes = MINUTES.matcher(text);
    if (minutes.find()) {
      return Optional.of(Duration.ofMinutes(SpokenNumber.of(minutes.group(1))))
          .filter(lapse -> !lapse.isZero() && !lapse.isNegative());
    }
    Matcher quarters = QUARTERS.matcher(text);
    if (quarters.find()) {
      return Optional.of(Duration.ofMinutes(15L * SpokenNumber.of(quarters.group(1))));
    }
    if (words.later(text)) {
      return Optional.of(LATER);
    }
    return words.soon(text) ? Optional.of(SOON) : Optional.empty();
  }

  private static LocalDateTime minute(LocalDateTime now) {
    return now.truncatedTo(ChronoUnit.MINUTES);
  }
}
