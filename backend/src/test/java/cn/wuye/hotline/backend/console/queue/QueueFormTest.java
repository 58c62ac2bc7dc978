package cn.wuye.hotline.backend.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.queue.edit.EditedQueue;
import cn.wuye.hotline.router.queue.OpeningHours;
import cn.wuye.hotline.router.queue.QueueLimits;
import cn.wuye.hotline.router.queue.Skill;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueFormTest {
  private static QueueForm form(
      String skills, String region, String everybody, @Nullable List<String> hours, String days) {
    return new QueueForm(
        "3",
        "yue",
        " 粤语 ",
        skills,
        List.of("1"),
        "5",
        "15",
        "45",
        region,
        everybody,
        "60",
        "900",
        "0",
        "node-2",
        "true",
        hours,
        days);
  }

  @Test
  void whatIsTypedIsAQueue() {
    EditedQueue read =
        form("emergency，dialect:yue", "15", "30", List.of("09:00-18:00"), "2026-10-01")
            .read("")
            .queue()
            .orElseThrow();

    assertThat(read.version()).isEqualTo(3);
    assertThat(read.queue().title()).isEqualTo("粤语");
    assertThat(read.queue().skills())
        .containsExactlyInAnyOrder(Skill.EMERGENCY, Skill.dialect("yue"));
    assertThat(read.queue().limits()).isEqualTo(QueueLimits.DEFAULT);
    assertThat(read.manner().hours().week()).containsOnlyKeys(DayOfWeek.MONDAY);
    assertThat(read.manner().hours().days()).containsOnlyKeys(LocalDate.of(2026, 10, 1));
    assertThat(read.manner().phonesBack()).isTrue();
    assertThat(QueueForm.of(read).hoursOf(0)).isEqualTo("09:00-18:00");
  }

  @Test
  void noQueueHasTheAddressOfTheEmptyFormAndATitleIsOneLine() {
    QueueForm typed =
        new QueueForm(
            "0",
            "new",
            "粤语\r\nmember=>x",
            "",
            List.of(),
            "5",
            "15",
            "45",
            "15",
            "30",
            "60",
            "900",
            "0",
            "",
            "",
            List.of(),
            "");

    assertThat(typed.read("").wrong()).containsExactlyEntriesOf(Map.of("code", "reserved"));
    assertThat(typed.read("sun").queue().orElseThrow().queue().title()).isEqualTo("粤语 member=>x");
  }

  @Test
  void withoutHoursItIsAlwaysOpenAndTheFormStaysEmpty() {
    EditedQueue read = form("", "15", "30", null, "").read("").queue().orElseThrow();

    assertThat(read.manner().hours()).isEqualTo(OpeningHours.always());
    assertThat(QueueForm.of(read).hoursOf(6)).isEmpty();
    assertThat(QueueForm.of(read).serves("1")).isTrue();
    assertThat(QueueForm.of(read).limit("longest")).isEqualTo("900");
  }

  @ParameterizedTest
  @CsvSource({
    "speaks, 15, 30, 09:00-18:00, '', skills",
    "'', 0, 30, 09:00-18:00, '', region",
    "'', 31, 30, 09:00-18:00, '', everybody",
    "'', 15, x, 09:00-18:00, '', everybody",
    "'', 15, 30, nine, '', hours",
    "'', 15, 30, 09:00-18:00, tomorrow, days"
  })
  void eachFieldSaysWhatIsWrong(
      String skills, String region, String everybody, String hours, String days, String field) {
    QueueForm.Read read = form(skills, region, everybody, List.of(hours), days).read("");

    assertThat(read.queue()).isEmpty();
    assertThat(read.wrong()).containsKey(field);
  }

  @Test
  void theCodeOfAQueueThatIsThereStays() {
    assertThat(form("", "15", "30", null, "").read("known").queue().orElseThrow().queue().code())
        .isEqualTo("known");
    assertThat(QueueForm.empty().read("").wrong()).containsKey("code");
  }
}
