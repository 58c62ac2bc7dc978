package cn.wuye.hotline.backend.traffic.staffing;

import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureTable;
import cn.wuye.hotline.backend.traffic.figures.Quarter;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The calls of past days, by the time of the day where the company is. */
public final class CallHistory {
  private final ZoneId zone;
  private final Map<LocalDate, Map<LocalTime, CallSums>> days = new TreeMap<>();

  /**
   * @param table of whichever queues are planned together
   * @param known the days of which it is known what happened; one without calls had none, and one
   *     that is missing says nothing
   */
  public CallHistory(FigureTable<CallSums> table, Collection<LocalDate> known, ZoneId zone) {
    this.zone = zone;
    known.forEach(day -> days.put(day, new HashMap<>()));
    table
        .byQuarter()
        .forEach(
            (quarter, sums) -> {
              Map<LocalTime, CallSums> day = days.get(quarter.day(zone));
              if (day != null) {
                day.merge(time(quarter), sums, CallSums::plus);
              }
            });
  }

  ZoneId zone() {
    return zone;
  }

  /** Those known, the oldest first. */
  Set<LocalDate> days() {
    return days.keySet();
  }

  /** In which quarter of the clock it lies; in the hour that autumn repeats, two quarters do. */
  LocalTime time(Quarter quarter) {
    return LocalTime.ofInstant(quarter.start(), zone);
  }

  /** What is known of one quarter of the clock on a known day; nothing when nobody called. */
  CallSums at(LocalDate day, LocalTime time) {
    return days.getOrDefault(day, Map.of()).getOrDefault(time, CallSums.NONE);
  }

  /** The sums of a whole day. */
  CallSums all(LocalDate day) {
    return days.getOrDefault(day, Map.of()).values().stream().reduce(CallSums.NONE, CallSums::plus);
  }
}
