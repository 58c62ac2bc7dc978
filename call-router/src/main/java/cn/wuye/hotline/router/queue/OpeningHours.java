package cn.wuye.hotline.router.queue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When a queue is staffed, in the hotline's own time.
 *
 * @param week what is not in it is closed
 * @param days dates that differ: holidays (an empty list) and make-up working days
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week, Map<LocalDate, List<Span>> days) {
  private static final int DAYS_AHEAD = 31;

  /**
   * A part of a day.
   *
   * @param to excluded; midnight is the day's end
   */
  public record Span(LocalTime from, LocalTime to) {
    public Span {
      if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
        throw new IllegalArgumentException("from " + from + " to " + to);
      }
    }

    boolean holds(LocalTime time) {
      return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
  }

  public OpeningHours {
    week = Map.copyOf(week);
    days = Map.copyOf(days);
  }

  /** Open at every hour of every day. */
  public static OpeningHours always() {
    List<Span> whole = List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    return new OpeningHours(
        Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> whole)),
        Map.of());
  }

  public boolean open(LocalDateTime at) {
    return of(at.toLocalDate()).stream().anyMatch(span -> span.holds(at.toLocalTime()));
  }

  /** When it opens next after a moment at which it is closed; empty when not within a month. */
  public Optional<LocalDateTime> opensAfter(LocalDateTime at) {
    for (int day = 0; day <= DAYS_AHEAD; day++) {
      LocalDate date = at.toLocalDate().plusDays(day);
      Optional<LocalDateTime> next =
          of(date).stream()
              .map(span -> date.atTime(span.from()))
              .filter(begin -> begin.isAfter(at))
              .min(Comparator.naturalOrder());
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  private List<Span> of(LocalDate date) {
    List<Span> special = days.get(date);
    return special != null ? special : week.getOrDefault(date.getDayOfWeek(), List.of());
  }
}
