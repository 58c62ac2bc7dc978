package cn.wuye.hotline.backend.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.Shift;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftTest {
  @ParameterizedTest
  @CsvSource({
    "1 08:00-17:30, 2026-03-02T08:00, true",
    "1 08:00-17:30, 2026-03-02T17:29, true",
    "1 08:00-17:30, 2026-03-02T17:30, false",
    "1 08:00-17:30, 2026-03-03T09:00, false",
    "7 22:00-06:00, 2026-03-01T23:00, true",
    "7 22:00-06:00, 2026-03-02T05:59, true",
    "7 22:00-06:00, 2026-03-02T06:00, false",
    "7 22:00-06:00, 2026-03-01T05:00, false",
    "7 00:00-24:00, 2026-03-01T23:59, true",
  })
  void coversItsHoursAlsoOverMidnight(String shift, LocalDateTime moment, boolean covered) {
    assertThat(Shift.find(shift).orElseThrow().covers(moment)).isEqualTo(covered);
    assertThat(Shift.find(shift).orElseThrow()).hasToString(shift);
  }

  @ParameterizedTest
  @CsvSource({
    // A Monday.
    "1 08:00-17:30, 2026-03-02T07:59, 2026-03-02T08:00",
    "1 08:00-17:30, 2026-03-02T08:00, 2026-03-09T08:00",
    "3 22:00-06:00, 2026-03-02T08:00, 2026-03-04T22:00",
    "7 00:00-24:00, 2026-03-02T08:00, 2026-03-08T00:00",
  })
  void saysWhenItBeginsNext(String shift, LocalDateTime moment, LocalDateTime begin) {
    assertThat(member(shift).nextShift(moment.atZone(CrewMember.ZONE).toInstant()))
        .contains(begin.atZone(CrewMember.ZONE).toInstant());
  }

  @ParameterizedTest
  @CsvSource({
    "1 08:00-17:30, 2026-03-02T08:00, 2026-03-02T17:30",
    "7 22:00-06:00, 2026-03-01T23:00, 2026-03-02T06:00",
    "7 22:00-06:00, 2026-03-02T05:00, 2026-03-02T06:00",
    "1 08:00-08:00, 2026-03-02T09:00, 2026-03-03T08:00",
    "7 00:00-24:00, 2026-03-01T12:00, 2026-03-02T00:00",
    // In no shift: twelve hours.
    "1 08:00-17:30, 2026-03-02T07:30, 2026-03-02T19:30",
  })
  void whatIsSaidHoldsToTheEndOfItsShift(String shift, LocalDateTime said, LocalDateTime end) {
    assertThat(member(shift).endOfShift(said.atZone(CrewMember.ZONE).toInstant()))
        .isEqualTo(end.atZone(CrewMember.ZONE).toInstant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8 08:00-17:00", "1 25:00-26:00", "1 08:60-09:00", "1 24:00-08:00"})
  void whatIsNoShiftIsNotUnderstood(String text) {
    assertThat(Shift.find(text)).isEmpty();
  }

  private static CrewMember member(String shift) {
    return new CrewMember(
        1,
        0,
        "wu",
        "吴师傅",
        true,
        "engineering",
        false,
        Set.of(),
        List.of(Shift.find(shift).orElseThrow()),
        null);
  }
}
