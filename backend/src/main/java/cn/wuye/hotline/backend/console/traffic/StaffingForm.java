package cn.wuye.hotline.backend.console.traffic;

import cn.wuye.hotline.backend.traffic.desk.StaffingDesk;
import cn.wuye.hotline.backend.traffic.staffing.StaffingGoal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What staff is planned for, as it was asked for; what is missing or impossible is the usual.
 * Shares in percent.
 *
 * @param within seconds
 * @param least agents
 */
record StaffingForm(
    LocalDate day, int serviceLevel, int within, int maxOccupancy, int shrinkage, int least) {
  private static final double PERCENT = 100;

  static StaffingForm of(Map<String, String> typed, LocalDate today) {
    StaffingGoal usual = StaffingGoal.SHIPPED;
    LocalDate day = ReportQuery.day(typed.getOrDefault("day", ""));
    return new StaffingForm(
        possible(day, today) && day != null ? day : today.plusDays(1),
        number(typed, "serviceLevel", percent(usual.serviceLevel()), 0, 99),
        number(typed, "within", (int) usual.within().toSeconds(), 0, 3600),
        number(typed, "maxOccupancy", percent(usual.maxOccupancy()), 1, 100),
        number(typed, "shrinkage", percent(usual.shrinkage()), 0, 90),
        number(typed, "least", usual.least(), 0, 500));
  }

  StaffingGoal goal() {
    return new StaffingGoal(
        serviceLevel / PERCENT,
        Duration.ofSeconds(within),
        maxOccupancy / PERCENT,
        shrinkage / PERCENT,
        least);
  }

  private static boolean possible(@Nullable LocalDate day, LocalDate today) {
    return day != null
        && !day.isBefore(today)
        && !day.isAfter(today.plusWeeks(StaffingDesk.WEEKS_AHEAD));
  }

  private static int number(
      Map<String, String> typed, String name, int usual, int least, int most) {
    String text = typed.getOrDefault(name, "").strip();
    if (!text.matches("[0-9]{1,6}")) {
      return usual;
    }
    int number = Integer.parseInt(text);
    return number < least || number > most ? usual : number;
  }

  private static int percent(double share) {
    return (int) Math.round(PERCENT * share);
  }
}
