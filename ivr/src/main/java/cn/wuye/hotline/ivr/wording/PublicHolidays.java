package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.data.DataFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The public holidays and make-up working days as the State Council has announced them: the one
 * table, for service hours and for whatever else counts working days.
 */
public final class PublicHolidays {
  private static final PublicHolidays SHIPPED = new PublicHolidays(List.of(2025, 2026, 2027));

  private final List<Year> years;
  private final List<Span> spans;

  /**
   * A year, as in the file of its number.
   *
   * @param provisional whether the official notice is still to come: the statutory days alone, no
   *     make-up days
   * @param source where the days are from, for people
   */
  public record Year(int year, boolean provisional, String source, List<Span> spans) {
    public Year {
      spans = List.copyOf(spans);
    }
  }

  /**
   * Days of one kind.
   *
   * @param work make-up working days (调休上班) rather than days off
   */
  public record Span(LocalDate from, LocalDate to, String name, boolean work) {
    boolean holds(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(to);
    }
  }

  private PublicHolidays(List<Integer> shipped) {
    years =
        shipped.stream()
            .map(year -> read(DataFile.resource("/calendar/" + year + ".yml")))
            .toList();
    spans = years.stream().flatMap(year -> year.spans.stream()).toList();
  }

  private static Year read(DataFile file) {
    List<Span> spans = new ArrayList<>();
    for (DataFile holiday : file.mappings("holidays")) {
      String name = holiday.text("name");
      LocalDate from = LocalDate.parse(holiday.text("from"));
      LocalDate to = LocalDate.parse(holiday.text("to", holiday.text("from")));
      spans.add(new Span(from, to, name, false));
      for (String day : holiday.texts("make-up")) {
        spans.add(new Span(LocalDate.parse(day), LocalDate.parse(day), name, true));
      }
    }
    return new Year(
        Integer.parseInt(file.text("year")),
        Boolean.parseBoolean(file.text("provisional", "false")),
        file.text("source"),
        spans);
  }

  /** Those shipped: 2025, 2026 and, before its notice, 2027. */
  public static PublicHolidays shipped() {
    return SHIPPED;
  }

  /** The years, the earliest first. */
  public List<Year> years() {
    return years;
  }

  /** All, in the order of the announcements. */
  public List<Span> spans() {
    return spans;
  }

  /** Whether a day is worked against the week's habit; empty for an ordinary day. */
  Optional<Boolean> works(LocalDate date) {
    return spans.stream().filter(span -> span.holds(date)).findFirst().map(Span::work);
  }
}
