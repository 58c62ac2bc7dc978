package cn.wuye.hotline.backend.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.deadline.calendar.Frame;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferredHoursTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "18:00-20:00,09:00-10:00 | 09:00-10:00,18:00-20:00",
        "9:00到10:00、18：00—20：00 | 09:00-10:00,18:00-20:00",
        "18:00 ~ 20:00 | 18:00-20:00",
        "'' | ''",
      })
  void isReadAsPeopleTypeIt(String typed, String frames) {
    PreferredHours read = PreferredHours.of(typed);

    assertThat(read.wrong()).isEmpty();
    assertThat(read.frames().stream().map(Frame::toString).collect(Collectors.joining(",")))
        .isEqualTo(frames);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "晚上 | residents.error.preferred | 晚上",
        "09:00-10:00,20:00-18:00 | residents.error.preferred | 20:00-18:00",
        "09:00-11:00,10:00-12:00 | residents.error.preferred.overlap | 09:00-11:00, 10:00-12:00",
        "0:00-1:00,1:00-2:00,2:00-3:00,3:00-4:00,4:00-5:00,5:00-6:00,6:00-7:00,7:00-8:00,"
            + "8:00-9:00,9:00-10:00,10:00-11:00 | residents.error.preferred.many | 10",
      })
  void whatCannotBeHoursIsNamed(String typed, String message, String argument) {
    assertThat(PreferredHours.of(typed).wrong())
        .contains(new ResidentDesk.Wrong(message, argument));
  }
}
