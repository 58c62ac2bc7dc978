package cn.wuye.hotline.backend.related.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.related.likeness.Likeness.Finding;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  @Test
  void theSameByTwoChannelsIsOffered() {
    Likeness likeness =
        Likeness.of(
            report("3号楼", "502", "lift", 0, "三号楼电梯坏了，门关不上"),
            report("3号楼", "", "lift", 20, "电梯门关不上，3号楼"));

    assertThat(likeness.offered()).isTrue();
    assertThat(likeness.reasons())
        .extracting(Likeness.Reason::finding)
        .containsExactly(
            Finding.SAME_BUILDING,
            Finding.SAME_SUBCATEGORY,
            Finding.WITHIN_HOUR,
            Finding.WORDS_ALIKE);
    assertThat(likeness.points())
        .isEqualTo(likeness.reasons().stream().mapToInt(Likeness.Reason::points).sum());
  }

  @Test
  void theOrderDoesNotMatterAndTheSameIsAHundred() {
    Report one = report("3号楼", "502", "lift", 0, "电梯坏了");
    Report other = report("3号楼", "501", "water-power", 90, "停电了");

    assertThat(Likeness.of(one, one).points()).isEqualTo(100);
    assertThat(Likeness.of(one, other)).isEqualTo(Likeness.of(other, one));
  }

  @Test
  void anotherBuildingIsAnotherMatterHoweverAlikeTheWords() {
    Likeness likeness =
        Likeness.of(
            report("3号楼", "502", "lift", 0, "电梯坏了"), report("5号楼", "502", "lift", 1440, "电梯坏了"));

    assertThat(likeness.points()).isEqualTo(60);
    assertThat(
            Likeness.of(
                    report("3号楼", "502", "lift", 0, "电梯坏了"),
                    report("5号楼", "502", "lift", 1440, "电梯有异响"))
                .offered())
        .isFalse();
  }

  @Test
  void anotherEstateIsNeverAlike() {
    Report here = report("3号楼", "502", "lift", 0, "电梯坏了");
    Report there = new Report("2", "3号楼", "", "502", "facilities", "lift", here.at(), here.text());

    assertThat(Likeness.of(here, there).points()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "三号楼停电了, 3号楼停电了。, 100, 100",
    "三号楼停电了, 三号楼停店了, 80, 95",
    "楼道灯不亮, 楼到灯不量, 80, 95",
    "电梯坏了, 小区太吵, 0, 5",
    "电梯坏了, '', 0, 0",
    "'', '', 0, 0",
    "电, 电, 100, 100"
  })
  void wordsAreComparedAsWrittenAndAsTheySound(String one, String other, int least, int most) {
    assertThat((int) Math.round(100 * Wording.alike(one, other))).isBetween(least, most);
  }

  private static Report report(
      String building, String room, String subcategory, int minutes, String text) {
    return new Report(
        "1",
        building,
        "",
        room,
        "facilities",
        subcategory,
        NOON.plus(Duration.ofMinutes(minutes)),
        text);
  }
}
