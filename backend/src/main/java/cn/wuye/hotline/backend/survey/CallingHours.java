package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When a resident of an estate may be phoned: by the estate's clock and calendar, whatever the
 * server's. A moment that is allowed lies within the hours of its day, and with it her number has
 * neither more calls on that day than it may have, nor more within five minutes. Immutable.
 */
public final class CallingHours {
  private static final Duration CLOSE = Duration.ofMinutes(5);

  /** The longest holiday is shorter, so by then a day has come that suits her if any does. */
  private static final int DAYS = 21;

  private final CallRules rules;
  private final WorkingCalendar calendar;
  private final ZoneId zone;

  /**
   * A stretch of time in which calls are allowed.
   *
   * @param to exclusive
   */
  public record Span(Instant from, Instant to) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  /**
   * @param calendar the estate's
   */
  public CallingHours(CallRules rules, WorkingCalendar calendar) {
    this.rules = rules;
    this.calendar = calendar;
    this.zone = calendar.zone();
  }

  /** The estate's. */
  public ZoneId zone() {
    return zone;
  }

  /**
   * Whether she may be phoned then.
   *
   * @param calls when her number is or was called, whatever for
   */
  public boolean allowed(Instant at, Callee callee, Collection<Instant> calls) {
    return within(at, callee)
        && callsOn(date(at), calls) < rules.callsADay()
        && close(at, calls).size() < rules.callsInFiveMinutes();
  }

  /**
   * The first moment at which she may be phoned. Wishes that could not be met in three weeks are
   * left aside.
   *
   * @param from returned itself when it is allowed
   * @param calls when her number is or was called, whatever for
   */
  public Instant next(Instant from, Callee callee, Collection<Instant> calls) {
    return find(from, callee, calls)
        .or(() -> find(from, callee.atAnyHour(), calls))
        .orElseThrow(() -> new IllegalStateException("no hours within weeks of " + from));
  }

  /**
   * A moment between two at which she may be phoned, so that those who are due at once are spread
   * over all the hours there are.
   *
   * @param share 0 (inclusive) to 1 (exclusive): how far into the allowed time
   * @return the first allowed moment after {@code from} when none lies before {@code to}
   */
  public Instant spread(
      Instant from, Instant to, double share, Callee callee, Collection<Instant> calls) {
    List<Span> spans = spans(from, to, callee);
    Duration all = spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    Duration into = Duration.ofMillis((long) (all.toMillis() * share));
    for (Span span : spans) {
      if (into.compareTo(span.length()) < 0) {
        return next(span.from().plus(into), callee, calls);
      }
      into = into.minus(span.length());
    }
    return next(from, callee, calls);
  }

  /** The stretches between two moments in which she may be phoned, without regard to her number. */
  public List<Span> spans(Instant from, Instant to, Callee callee) {
    List<Span> spans = new ArrayList<>();
    for (LocalDate day = date(from); !day.isAfter(date(to)); day = day.plusDays(1)) {
      for (Frame frame : frames(day, callee)) {
        Instant begin = later(from, moment(day, frame.from()));
        Instant end = moment(day, frame.to());
        if (end.isAfter(to)) {
          end = to;
        }
        if (begin.isBefore(end)) {
          spans.add(new Span(begin, end));
        }
      }
    }
    return spans;
  }

  private Optional<Instant> find(Instant from, Callee callee, Collection<Instant> calls) {
    LocalDate first = date(from);
    for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
      if (callsOn(day, calls) >= rules.callsADay()) {
        continue;
      }
      for (Frame frame : frames(day, callee)) {
        Instant begin = later(from, moment(day, frame.from()));
        Optional<Instant> free = free(begin, moment(day, frame.to()), calls);
        // Where clocks are put forward a frame may begin at a time that does not exist.
        if (free.isPresent() && within(free.get(), callee)) {
          return free;
        }
      }
    }
    return Optional.empty();
  }

  /** The first moment before the end at which not too many calls are close. */
  private Optional<Instant> free(Instant begin, Instant end, Collection<Instant> calls) {
    Instant at = begin;
    while (at.isBefore(end)) {
      List<Instant> close = close(at, calls);
      if (close.size() < rules.callsInFiveMinutes()) {
        return Optional.of(at);
      }
      at = close.get(close.size() - rules.callsInFiveMinutes()).plus(CLOSE);
    }
    return Optional.empty();
  }

  private static List<Instant> close(Instant at, Collection<Instant> calls) {
    return calls.stream()
        .filter(call -> Duration.between(call, at).abs().compareTo(CLOSE) < 0)
        .sorted()
        .toList();
  }

  private long callsOn(LocalDate day, Collection<Instant> calls) {
    return calls.stream().filter(call -> date(call).equals(day)).count();
  }

  private boolean within(Instant at, Callee callee) {
    ZonedDateTime local = at.atZone(zone);
    int minute = local.getHour() * 60 + local.getMinute();
    return frames(local.toLocalDate(), callee).stream()
        .anyMatch(frame -> frame.from() <= minute && minute < frame.to());
  }

  private List<Frame> frames(LocalDate day, Callee callee) {
    return rules.frames(day.getDayOfWeek(), calendar.frames(day).isEmpty(), callee);
  }

  private LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private Instant moment(LocalDate day, int minute) {
    return day.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
