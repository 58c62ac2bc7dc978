package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.dialog.SurveySheet.Item;
import cn.wuye.hotline.ivr.port.FakeSurvey;
import cn.wuye.hotline.ivr.port.Solved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveySheetTest {

  @ParameterizedTest
  @CsvSource({
    // who is satisfied: every third is asked whether she would recommend
    "SOLVED, 5, 1, SOLVED SATISFACTION",
    "SOLVED, 5, 2, SOLVED SATISFACTION",
    "SOLVED, 4, 3, SOLVED SATISFACTION RECOMMENDATION",
    "PARTLY, 4, 6, SOLVED SATISFACTION RECOMMENDATION",
    // what is not solved has no result to be judged
    "NOT_SOLVED, 1, 1, SOLVED SATISFACTION ATTITUDE SPEED",
    "NOT_SOLVED, 3, 3, SOLVED SATISFACTION ATTITUDE SPEED",
    "PARTLY, 3, 4, SOLVED SATISFACTION ATTITUDE SPEED",
    "NOT_SOLVED, 4, 3, SOLVED SATISFACTION",
    // of what is solved one side is left out in turn
    "SOLVED, 3, 0, SOLVED SATISFACTION SPEED RESULT",
    "SOLVED, 3, 1, SOLVED SATISFACTION ATTITUDE RESULT",
    "SOLVED, 2, 2, SOLVED SATISFACTION ATTITUDE SPEED",
    "SOLVED, 1, 3, SOLVED SATISFACTION SPEED RESULT",
  })
  void asksWhatMattersMost(Solved solved, int score, long turn, String expected) {
    assertThat(asked(solved, score, turn)).isEqualTo(expected);
  }

  @Test
  void neverAsksMoreThanFour() {
    for (Solved solved : Solved.values()) {
      for (int score = 1; score <= 5; score++) {
        for (long turn = 0; turn < 9; turn++) {
          assertThat(asked(solved, score, turn).split(" ", -1))
              .hasSizeBetween(2, SurveySheet.MOST)
              .doesNotHaveDuplicates();
        }
      }
    }
  }

  private static String asked(Solved solved, int score, long turn) {
    SurveySheet sheet = new SurveySheet(new FakeSurvey().turn(turn).about());
    List<String> asked = new ArrayList<>();
    Optional<Item> next = sheet.next();
    while (next.isPresent()) {
      asked.add(next.get().name());
      if (next.get() == Item.SOLVED) {
        sheet.solved(solved);
      } else if (next.get() == Item.SATISFACTION) {
        sheet.satisfaction(score);
      }
      sheet.done(next.get());
      next = sheet.next();
    }
    return String.join(" ", asked);
  }
}
