package cn.wuye.hotline.backend.traffic.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A quarter of an hour. Every zone of today is a whole number of quarters away from UTC, so that
 * quarters are the same moments everywhere and only days differ: one of 23 hours has 92 of them.
 *
 * @param start on a quarter of an hour
 */
public record Quarter(Instant start) implements Comparable<Quarter> {
  public static final Duration LENGTH = Duration.ofMinutes(15);

  public Quarter {
    if (start.getNano() != 0 || Math.floorMod(start.getEpochSecond(), LENGTH.toSeconds()) != 0) {
      throw new IllegalArgumentException("no quarter of an hour begins at " + start);
    }
  }

  /** In which a moment lies. */
  public static Quarter of(Instant moment) {
    long second = moment.getEpochSecond();
    return new Quarter(Instant.ofEpochSecond(second - Math.floorMod(second, LENGTH.toSeconds())));
  }

  /** All of a day, in their order; 92 to 100. */
  public static List<Quarter> ofDay(LocalDate day, ZoneId zone) {
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    List<Quarter> quarters = new ArrayList<>();
    for (Quarter quarter = of(day.atStartOfDay(zone).toInstant());
        quarter.start.isBefore(end);
        quarter = quarter.next()) {
      quarters.add(quarter);
    }
    return quarters;
  }

  public Quarter next() {
    return new Quarter(end());
  }

  /** Does not belong to it any more. */
  public Instant end() {
    return start.plus(LENGTH);
  }

  /** The day in which it lies. */
  public LocalDate day(ZoneId zone) {
    return LocalDate.ofInstant(start, zone);
  }

  @Override
  public int compareTo(Quarter other) {
    return start.compareTo(other.start);
  }
}
