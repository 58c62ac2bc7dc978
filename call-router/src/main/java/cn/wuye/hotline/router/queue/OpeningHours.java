package cn.wuye.hotline.router.queue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When a queue is staffed, in the hotline's own time.
 *
 * @param week what is not in it is closed
 * @param days dates that differ: holidays (an empty list) and make-up working days
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week, Map<LocalDate, List<Span>> days) {
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

  private List<Span> of(LocalDate date) {
    List<Span> special = days.get(date);
    return special != null ? special : week.getOrDefault(date.getDayOfWeek(), List.of());
  }
}
