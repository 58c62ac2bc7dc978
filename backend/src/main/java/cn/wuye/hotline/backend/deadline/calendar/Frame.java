package cn.wuye.hotline.backend.deadline.calendar;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a day in which is worked: {@code 08:30-12:00}, {@code 00:00-24:00}. The end does not
 * belong to it.
 *
 * @param from minute of the day, 0 to 1439
 * @param to minute of the day, after {@code from}, at most 1440
 */
public record Frame(int from, int to) implements Comparable<Frame> {
  /** 00:00–24:00. */
  public static final Frame WHOLE_DAY = new Frame(0, 1440);

  private static final Pattern TEXT =
      Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)[-–]([01]\\d|2[0-4]):([0-5]\\d)");

  public Frame {
    if (from < 0 || to > 1440 || from >= to) {
      throw new IllegalArgumentException(
          "a frame begins before it ends, within one day; this one goes from "
              + time(from)
              + " to "
              + time(to)
              + " (write work over midnight as two frames, to 24:00 and from 00:00)");
    }
  }

  /**
   * The frame that is written like this.
   *
   * @throws IllegalArgumentException when it is not of the form HH:MM-HH:MM
   */
  public static Frame parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no frame; write it like 08:30-12:00, midnight at the end as 24:00");
    }
    return new Frame(
        minute(matcher.group(1), matcher.group(2)), minute(matcher.group(3), matcher.group(4)));
  }

  /** The frames in their order, after a check that none overlaps another. */
  static List<Frame> ordered(List<Frame> frames, String day) {
    List<Frame> ordered = frames.stream().sorted().toList();
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i).from < ordered.get(i - 1).to) {
        throw new IllegalArgumentException(
            day + ": " + ordered.get(i - 1) + " and " + ordered.get(i) + " overlap; join them");
      }
    }
    return ordered;
  }

  @Override
  public int compareTo(Frame other) {
    return Integer.compare(from, other.from);
  }

  @Override
  public String toString() {
    return time(from) + "-" + time(to);
  }

  private static int minute(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }

  private static String time(int minute) {
    return String.format("%02d:%02d", minute / 60, minute % 60);
  }
}
