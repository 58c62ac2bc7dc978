package cn.wuye.hotline.backend.console.traffic;

import cn.wuye.hotline.backend.traffic.desk.StaffingDesk;
import cn.wuye.hotline.backend.traffic.staffing.StaffingGoal;
import cn.wuye.hotline.backend.traffic.staffing.StaffingGoal.Limits;
import java.time.LocalDate;
import java.util.Map;

/**
 * What staff is planned for, as it was asked for; what is missing or impossible is the usual.
 * Shares in percent.
 *
 * @param within seconds
 * @param least agents
 */
record StaffingForm(
    LocalDate day, int serviceLevel, int within, int maxOccupancy, int shrinkage, int least) {
  static StaffingForm of(Map<String, String> typed, StaffingDesk desk) {
    LocalDate day = ReportQuery.day(typed.getOrDefault("day", ""));
    return new StaffingForm(
        day != null && desk.plans(day) ? day : desk.today().plusDays(1),
        number(typed, "serviceLevel", StaffingGoal.SERVICE_LEVEL),
        number(typed, "within", StaffingGoal.WITHIN),
        number(typed, "maxOccupancy", StaffingGoal.MAX_OCCUPANCY),
        number(typed, "shrinkage", StaffingGoal.SHRINKAGE),
        number(typed, "least", StaffingGoal.LEAST));
  }

  StaffingGoal goal() {
    return StaffingGoal.ofPercents(serviceLevel, within, maxOccupancy, shrinkage, least);
  }

  private static int number(Map<String, String> typed, String name, Limits limits) {
    String text = typed.getOrDefault(name, "").strip();
    if (!text.matches("[0-9]{1,6}")) {
      return limits.usual();
    }
    int number = Integer.parseInt(text);
    return limits.hold(number) ? number : limits.usual();
  }
}
