package cn.wuye.hotline.backend.queue.edit;

import cn.wuye.hotline.router.queue.OpeningHours.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Hours as people type them: {@code 08:00-12:00 14:00-24:00}; nothing is closed. */
public final class HoursText {
  private static final String MIDNIGHT = "24:00";

  private HoursText() {}

  /** The parts of one day, in order; empty when it cannot be read, or parts lie over each other. */
  public static Optional<List<Span>> spans(String typed) {
    List<Span> spans = new ArrayList<>();
    try {
      for (String part : typed.strip().split("[\\s,，、]+")) {
        if (!part.isEmpty()) {
          spans.add(span(part));
        }
      }
    } catch (IllegalArgumentException | DateTimeException notHours) {
      return Optional.empty();
    }
    spans.sort(Comparator.comparing(Span::from));
    for (int i = 1; i < spans.size(); i++) {
      LocalTime end = spans.get(i - 1).to();
      if (end.equals(LocalTime.MIDNIGHT) || end.isAfter(spans.get(i).from())) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(spans));
  }

  private static Span span(String part) {
    String[] ends = part.split("[-–~～至]", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException(part);
    }
    LocalTime to = ends[1].equals(MIDNIGHT) ? LocalTime.MIDNIGHT : time(ends[1]);
    if (to.equals(LocalTime.MIDNIGHT) && !ends[1].equals(MIDNIGHT)) {
      throw new IllegalArgumentException(part);
    }
    return new Span(time(ends[0]), to);
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  /** Read by {@link #spans}. */
  public static String text(List<Span> spans) {
    return spans.stream()
        .map(
            span ->
                span.from()
                    + "-"
                    + (span.to().equals(LocalTime.MIDNIGHT) ? MIDNIGHT : span.to().toString()))
        .collect(Collectors.joining(" "));
  }

  /**
   * Dates that differ from the week, one a line: {@code 2026-10-01} is closed, {@code 2026-10-10
   * 09:00-18:00} is not. Empty when a line cannot be read, or a date comes twice.
   */
  public static Optional<Map<LocalDate, List<Span>>> days(String typed) {
    Map<LocalDate, List<Span>> days = new TreeMap<>();
    for (String line : typed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      String[] parts = line.split("\\s+", 2);
      Optional<List<Span>> spans = spans(parts.length == 1 ? "" : parts[1]);
      try {
        LocalDate day = LocalDate.parse(parts[0]);
        if (spans.isEmpty() || days.putIfAbsent(day, spans.get()) != null) {
          return Optional.empty();
        }
      } catch (DateTimeException noDate) {
        return Optional.empty();
      }
    }
    return Optional.of(days);
  }

  /** Read by {@link #days}. */
  public static String lines(Map<LocalDate, List<Span>> days) {
    return new TreeMap<>(days)
        .entrySet().stream()
            .map(day -> (day.getKey() + " " + text(day.getValue())).strip())
            .collect(Collectors.joining("\n"));
  }
}
