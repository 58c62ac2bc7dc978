package cn.wuye.hotline.backend.deadline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.estate.EstateId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarBookTest {
  private static final Instant CHANGED = Instant.parse("2026-11-25T00:00:00Z");
  private static final EstateId SEVEN = new EstateId(7);
  private static final WorkingCalendar CALENDAR = ShippedCalendar.read();

  @Test
  void anEstateHasItsOwnCalendarAndAllOthersTheCommonOne() {
    CalendarBook book =
        new CalendarBook(
            List.of(version("common", 1, Instant.EPOCH), version("night", 1, Instant.EPOCH)),
            Map.of(SEVEN, "night"),
            "common");

    assertThat(book.find(SEVEN, CHANGED).version().id()).isEqualTo("night");
    assertThat(book.find(new EstateId(8), CHANGED).version().id()).isEqualTo("common");
    assertThat(book.find(null, CHANGED).version().id()).isEqualTo("common");
  }

  @Test
  void theVersionThatHeldAtTheTimeIsFoundAndTheFirstOneBeforeThat() {
    CalendarBook book =
        new CalendarBook(
            List.of(
                version("common", 2, CHANGED),
                version("common", 1, CHANGED.minus(Duration.ofDays(9)))),
            Map.of(),
            "common");

    assertThat(book.find(null, CHANGED).version().version()).isEqualTo(2);
    assertThat(book.find(null, CHANGED.minusMillis(1)).version().version()).isEqualTo(1);
    assertThat(book.find(null, Instant.EPOCH).version().version()).isEqualTo(1);
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    CalendarVersion first = version("common", 1, CHANGED);

    assertThatThrownBy(() -> new CalendarBook(List.of(first), Map.of(), "other"))
        .hasMessageContaining("there is no calendar 'other'");
    assertThatThrownBy(() -> new CalendarBook(List.of(first), Map.of(SEVEN, "x"), "common"))
        .hasMessageContaining("estate 7");
    assertThatThrownBy(() -> new CalendarBook(List.of(first, first), Map.of(), "common"))
        .hasMessageContaining("must be new");
    assertThatThrownBy(
            () ->
                new CalendarBook(
                    List.of(first, version("common", 2, Instant.EPOCH)), Map.of(), "common"))
        .hasMessageContaining("not begin before version 1");
    assertThatThrownBy(() -> version("", 1, CHANGED)).hasMessageContaining("an id");
    assertThatThrownBy(() -> version("common", 0, CHANGED)).hasMessageContaining("1 or more");
  }

  private static CalendarVersion version(String id, int version, Instant validFrom) {
    return new CalendarVersion(id, version, validFrom, CALENDAR);
  }
}
