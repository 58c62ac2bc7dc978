package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.ivr.data.DataFile;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * At which hours and how often residents may be phoned.
 *
 * @param week the frames of each weekday; none on a day that is missing
 * @param freeDay the frames of days on which the estate's calendar has no work
 * @param old within which frames the old are phoned, on whatever day
 * @param callsADay to one number, 1 or more
 * @param callsInFiveMinutes to one number, 1 or more
 */
public record CallRules(
    Map<DayOfWeek, List<Frame>> week,
    List<Frame> freeDay,
    List<Frame> old,
    int callsADay,
    int callsInFiveMinutes) {

  /**
   * @throws IllegalArgumentException when there would be somebody who may never be phoned
   */
  public CallRules {
    Map<DayOfWeek, List<Frame>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, frames) -> days.put(day, List.copyOf(frames)));
    week = Map.copyOf(days);
    freeDay = List.copyOf(freeDay);
    old = List.copyOf(old);
    List<Frame> hers = old;
    if (common(freeDay, old).isEmpty()
        || week.values().stream().allMatch(frames -> common(frames, hers).isEmpty())) {
      throw new IllegalArgumentException(
          "the old could never be phoned: give the free day, and some weekday, a frame within "
              + old);
    }
    if (callsADay < 1 || callsInFiveMinutes < 1) {
      throw new IllegalArgumentException(
          "at least one call a day and in five minutes: " + callsADay + ", " + callsInFiveMinutes);
    }
  }

  /** The rules that are shipped. */
  public static CallRules shipped() {
    return of(DataFile.resource("/surveys/calling.yml"));
  }

  /**
   * Rules of the operator's own, in a file with all that the shipped one has.
   *
   * @throws RuntimeException when it cannot be read, or somebody might never be phoned by it
   */
  public static CallRules read(Path file) {
    return of(DataFile.file(file));
  }

  private static CallRules of(DataFile file) {
    DataFile days = file.mapping("week");
    Map<DayOfWeek, List<Frame>> week = new EnumMap<>(DayOfWeek.class);
    for (String day : days.keys()) {
      week.put(day(day), frames(days, day));
    }
    return new CallRules(
        week,
        frames(file, "free-day"),
        frames(file, "old"),
        Integer.parseInt(file.text("calls-a-day")),
        Integer.parseInt(file.text("calls-in-five-minutes")));
  }

  private static DayOfWeek day(String name) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("week: '" + name + "' is no day: monday … sunday"));
  }

  private static List<Frame> frames(DataFile file, String key) {
    try {
      return file.requiredTexts(key).stream().map(Frame::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  /** The frames of a day. */
  List<Frame> frames(DayOfWeek day, boolean free, Callee callee) {
    List<Frame> frames = free ? freeDay : week.getOrDefault(day, List.of());
    List<Frame> hers = callee.old() ? common(frames, old) : frames;
    return callee.preferred().isEmpty() ? hers : common(hers, callee.preferred());
  }

  /** What both have. */
  private static List<Frame> common(List<Frame> some, List<Frame> others) {
    List<Frame> common = new ArrayList<>();
    for (Frame one : some) {
      for (Frame other : others) {
        int from = Math.max(one.from(), other.from());
        int to = Math.min(one.to(), other.to());
        if (from < to) {
          common.add(new Frame(from, to));
        }
      }
    }
    return common.stream().sorted().toList();
  }
}
