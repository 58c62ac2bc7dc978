package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.traffic.Outcome;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The last hour by the minute: whole minutes, the one that goes on is the last. */
public final class LastHour {
  /** How many minutes. */
  public static final int MINUTES = 60;

  /** An hour of zeros. */
  public static final List<Integer> NOTHING = Collections.nCopies(MINUTES, 0);

  private LastHour() {}

  /**
   * How many waited at the end of each minute; of the last one: wait now.
   *
   * @param stays of one queue
   */
  public static List<Integer> waiting(Collection<Stay> stays, Instant now) {
    return each(now, minute -> count(stays, stay -> waits(stay, minute.end(now))));
  }

  /**
   * How many were answered in each minute.
   *
   * @param stays of one queue
   */
  public static List<Integer> answered(Collection<Stay> stays, Instant now) {
    return each(now, minute -> count(stays, stay -> answered(stay, minute)));
  }

  /** Minute by minute. */
  static List<Integer> sum(List<Integer> one, List<Integer> other) {
    List<Integer> sums = new ArrayList<>(one.size());
    for (int i = 0; i < one.size(); i++) {
      sums.add(one.get(i) + other.get(i));
    }
    return sums;
  }

  private record Minute(Instant start) {
    /** The end of the minute that goes on is now. */
    Instant end(Instant now) {
      Instant end = start.plus(Duration.ofMinutes(1));
      return end.isAfter(now) ? now : end;
    }

    boolean has(Instant moment) {
      return !moment.isBefore(start) && moment.isBefore(start.plus(Duration.ofMinutes(1)));
    }
  }

  private static List<Integer> each(Instant now, ToIntFunction<Minute> figure) {
    Instant first = now.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(MINUTES - 1L));
    List<Integer> line = new ArrayList<>(MINUTES);
    for (int i = 0; i < MINUTES; i++) {
      line.add(figure.applyAsInt(new Minute(first.plus(Duration.ofMinutes(i)))));
    }
    return line;
  }

  private static int count(Collection<Stay> stays, Predicate<Stay> which) {
    return (int) stays.stream().filter(which).count();
  }

  private static boolean waits(Stay stay, Instant moment) {
    boolean still = stay.outcome() == Outcome.WAITING;
    return !stay.joined().isAfter(moment)
        && (still || stay.joined().plusMillis(stay.waited()).isAfter(moment));
  }

  private static boolean answered(Stay stay, Minute minute) {
    Talk talk = stay.talk();
    return talk != null && minute.has(talk.answered());
  }
}
