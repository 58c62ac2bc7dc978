package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.data.DataFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The public holidays and make-up working days as the State Council has announced them. */
public final class PublicHolidays {
  private static final PublicHolidays SHIPPED =
      new PublicHolidays(DataFile.resource("/calendar/holidays.yml"));

  private final List<Span> spans = new ArrayList<>();

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

  private PublicHolidays(DataFile file) {
    for (DataFile holiday : file.mappings("holidays")) {
      String name = holiday.text("name");
      spans.add(
          new Span(
              LocalDate.parse(holiday.text("from")),
              LocalDate.parse(holiday.text("to")),
              name,
              false));
      for (String day : holiday.texts("work")) {
        spans.add(new Span(LocalDate.parse(day), LocalDate.parse(day), name, true));
      }
    }
  }

  /** Those shipped: 2025 and 2026. */
  public static PublicHolidays shipped() {
    return SHIPPED;
  }

  /** All, in the order of the announcements. */
  public List<Span> spans() {
    return List.copyOf(spans);
  }

  /** Whether a day is worked against the week's habit; empty for an ordinary day. */
  Optional<Boolean> works(LocalDate date) {
    return spans.stream().filter(span -> span.holds(date)).findFirst().map(Span::work);
  }
}
