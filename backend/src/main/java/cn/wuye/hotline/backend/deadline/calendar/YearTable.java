package cn.wuye.hotline.backend.deadline.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;

/** The frames of one year as moments, with the working time before each: two binary searches. */
final class YearTable {
  private final long begin;
  private final long end;
  private final long[] starts;
  private final long[] ends;
  // worked[i]: working time of the year before frame i; one more at the end, the year's total.
  private final long[] worked;

  private YearTable(long begin, long end, long[] starts, long[] ends) {
    this.begin = begin;
    this.end = end;
    this.starts = starts;
    this.ends = ends;
    this.worked = new long[starts.length + 1];
    for (int i = 0; i < starts.length; i++) {
      worked[i + 1] = worked[i] + ends[i] - starts[i];
    }
  }

  static YearTable of(WorkingCalendar calendar, int year) {
    ZoneId zone = calendar.zone();
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate next = first.plusYears(1);
    long[] starts = new long[366 * 4];
    long[] ends = new long[366 * 4];
    int count = 0;
    for (LocalDate date = first; date.isBefore(next); date = date.plusDays(1)) {
      for (Frame frame : calendar.frames(date)) {
        // Times in the hour that summer time leaves out move on by an hour, into the next frame.
        long start = Math.max(moment(date, frame.from(), zone), count == 0 ? 0 : ends[count - 1]);
        long stop = moment(date, frame.to(), zone);
        if (start < stop) {
          if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
          }
          starts[count] = start;
          ends[count] = stop;
          count++;
        }
      }
    }
    return new YearTable(
        moment(first, 0, zone),
        moment(next, 0, zone),
        Arrays.copyOf(starts, count),
        Arrays.copyOf(ends, count));
  }

  private static long moment(LocalDate date, int minute, ZoneId zone) {
    return (minute == 1440
            ? date.plusDays(1).atStartOfDay(zone)
            : date.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone))
        .toInstant()
        .toEpochMilli();
  }

  long begin() {
    return begin;
  }

  long end() {
    return end;
  }

  int size() {
    return starts.length;
  }

  long start(int frame) {
    return starts[frame];
  }

  long total() {
    return worked[starts.length];
  }

  /** The first frame that ends after the moment; {@link #size()} when none does. */
  int firstEndingAfter(long moment) {
    int found = Arrays.binarySearch(ends, moment);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Working time of the year before the moment. */
  long workedUntil(long moment) {
    int frame = firstEndingAfter(moment);
    return frame == starts.length ? total() : worked[frame] + Math.max(0, moment - starts[frame]);
  }

  /**
   * The last moment before which no more than this has been worked.
   *
   * @param position 0 or more, less than {@link #total()}
   */
  long momentOf(long position) {
    int found = Arrays.binarySearch(worked, position);
    int frame = found >= 0 ? found : -found - 2;
    return starts[frame] + position - worked[frame];
  }
}
