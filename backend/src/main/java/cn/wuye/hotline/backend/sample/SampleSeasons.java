package cn.wuye.hotline.backend.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/** When in the year, the week and the day people complain about what. */
final class SampleSeasons {
  /** No weight is above it. */
  static final double MOST = 4;

  // First day of the Chinese year.
  private static final List<LocalDate> SPRING_FESTIVALS =
      List.of(
          LocalDate.of(2024, 2, 10),
          LocalDate.of(2025, 1, 29),
          LocalDate.of(2026, 2, 17),
          LocalDate.of(2027, 2, 6),
          LocalDate.of(2028, 1, 26),
          LocalDate.of(2029, 2, 13),
          LocalDate.of(2030, 2, 3));
  private static final MonthDay RAIN_FROM = MonthDay.of(6, 10);
  private static final MonthDay RAIN_TO = MonthDay.of(7, 10);
  private static final Set<Month> SUMMER = Set.of(Month.JULY, Month.AUGUST);
  private static final Set<Month> GROWING =
      Set.of(Month.APRIL, Month.MAY, Month.JUNE, Month.JULY, Month.AUGUST, Month.SEPTEMBER);
  private static final Set<Month> BILLS =
      Set.of(Month.JANUARY, Month.APRIL, Month.JULY, Month.OCTOBER);

  // How many of 100 tickets come in each hour of the day.
  private static final int[] ANY = {
    1, 1, 0, 0, 0, 1, 2, 5, 9, 10, 8, 5, 4, 4, 5, 6, 6, 6, 7, 7, 6, 4, 2, 1
  };
  private static final int[] OFFICE = {
    0, 0, 0, 0, 0, 0, 0, 2, 10, 15, 14, 8, 4, 6, 10, 11, 9, 6, 3, 1, 1, 0, 0, 0
  };
  private static final int[] EVENING = {
    5, 3, 2, 1, 1, 2, 3, 3, 2, 2, 2, 3, 5, 4, 2, 2, 2, 3, 6, 8, 11, 13, 9, 6
  };

  private SampleSeasons() {}

  /** How likely a day is for a sub-category, above 0 and at most {@link #MOST}. */
  static double weight(String subcategory, LocalDate day) {
    double weight = season(subcategory, day) * week(subcategory, day.getDayOfWeek());
    return Math.min(MOST, weight * holidays(subcategory, day));
  }

  /** The hours of a sub-category; they add up to 100. */
  static int[] hours(String subcategory) {
    return switch (subcategory) {
      case "noise", "smoke-odour", "parking-disorder", "pets" -> EVENING.clone();
      case "management-fee", "parking", "shared-costs", "deposit-decoration", "owners-committee" ->
          OFFICE.clone();
      default -> ANY.clone();
    };
  }

  private static double season(String subcategory, LocalDate day) {
    MonthDay date = MonthDay.from(day);
    boolean rain = !date.isBefore(RAIN_FROM) && !date.isAfter(RAIN_TO);
    boolean summer = SUMMER.contains(day.getMonth());
    return switch (subcategory) {
      // Cooling brings fuses down, lifts overheat, and pumps with them.
      case "water-power" -> summer ? 2.2 : rain ? 1.6 : day.getMonth() == Month.JANUARY ? 1.4 : 0.9;
      case "lift" -> summer ? 1.5 : 1;
      case "leak", "public-fixtures" -> rain ? 2.6 : summer ? 1.3 : 0.9;
      case "cleaning", "rubbish" -> summer || rain ? 1.7 : 0.9;
      case "greening" -> GROWING.contains(day.getMonth()) ? 1.5 : 0.4;
      case "noise" -> summer ? 1.5 : 1;
      case "management-fee", "parking", "shared-costs" ->
          BILLS.contains(day.getMonth()) ? 1.8 : 0.7;
      default -> 1;
    };
  }

  private static double week(String subcategory, DayOfWeek day) {
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    return switch (subcategory) {
      case "management-fee", "parking", "shared-costs", "attitude", "buck-passing" ->
          weekend ? 0.5 : 1.1;
      case "noise", "pets", "parking-disorder" -> weekend ? 1.5 : 0.9;
      default -> day == DayOfWeek.MONDAY ? 1.2 : weekend ? 0.9 : 1;
    };
  }

  private static double holidays(String subcategory, LocalDate day) {
    boolean spring =
        SPRING_FESTIVALS.stream()
            .anyMatch(
                first -> !day.isBefore(first.minusDays(1)) && day.isBefore(first.plusDays(7)));
    boolean national = day.getMonth() == Month.OCTOBER && day.getDayOfMonth() <= 7;
    if (!spring && !national) {
      return 1;
    }
    return switch (subcategory) {
      case "noise", "parking-disorder" -> 1.9;
      case "fire-hazard" -> spring ? 3 : 1.2;
      case "theft" -> 1.6;
      case "management-fee", "parking", "shared-costs", "deposit-decoration" -> 0.15;
      case "slow-response" -> 1.5;
      default -> 0.7;
    };
  }
}
