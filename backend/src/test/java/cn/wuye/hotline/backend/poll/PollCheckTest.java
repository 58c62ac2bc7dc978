package cn.wuye.hotline.backend.poll;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.poll.PollCheck.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollCheckTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final PollDraft GOOD =
      new PollDraft(
          "2026年冬季",
          List.of(new EstateId(1)),
          AgeRange.ANY,
          100,
          TODAY,
          TODAY.plusDays(13),
          PollChannel.PHONE,
          List.of(question(1, QuestionKind.DEGREES, "您对小区的卫生满意吗？")));

  @Test
  void aGoodOneHasNoProblem() {
    assertThat(PollCheck.of(GOOD, TODAY)).isEmpty();
    assertThat(PollCheck.of(GOOD, TODAY.plusDays(13))).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsTold() {
    PollDraft bad =
        new PollDraft(
            " ",
            List.of(),
            new AgeRange(70, 60),
            0,
            TODAY.minusDays(1),
            TODAY.minusDays(2),
            PollChannel.BOTH,
            List.of());

    assertThat(PollCheck.of(bad, TODAY))
        .containsExactlyInAnyOrder(
            Problem.TITLE,
            Problem.ESTATES,
            Problem.AGES,
            Problem.SIZE,
            Problem.DAYS,
            Problem.OVER,
            Problem.QUESTIONS);
  }

  @Test
  void aQuestionHasWords() {
    assertThat(PollCheck.of(asking(List.of(question(1, QuestionKind.WORDS, ""))), TODAY))
        .containsExactly(Problem.TEXT);
    assertThat(
            PollCheck.of(asking(List.of(question(1, QuestionKind.WORDS, "问".repeat(61)))), TODAY))
        .containsExactly(Problem.TEXT);
  }

  @Test
  void aCallTakesNinetySecondsAtMost() {
    List<PollQuestion> five = new ArrayList<>();
    for (int n = 1; n <= 5; n++) {
      five.add(question(n, QuestionKind.POINTS, "问".repeat(27)));
    }
    // 16 + 5 × (27 / 4.5 + 4)
    assertThat(PollCheck.length(asking(five))).hasSeconds(66);
    assertThat(PollCheck.of(asking(five), TODAY)).isEmpty();

    five.replaceAll(each -> question(each.number(), each.kind(), "问".repeat(54)));
    assertThat(PollCheck.of(asking(five), TODAY)).containsExactly(Problem.LONG);
  }

  @Test
  void theLastQuestionIsAskedInTime() {
    List<PollQuestion> five = new ArrayList<>();
    for (int n = 1; n <= 4; n++) {
      five.add(question(n, QuestionKind.POINTS, "问".repeat(36)));
    }
    five.add(question(5, QuestionKind.WORDS, "问"));
    // 16 + 4 × (36 / 4.5 + 4) = 64 before the last
    assertThat(PollCheck.of(asking(five), TODAY)).isEmpty();

    five.set(0, question(1, QuestionKind.POINTS, "问".repeat(45)));
    assertThat(PollCheck.length(asking(five))).isLessThan(PollCheck.LONGEST);
    assertThat(PollCheck.of(asking(five), TODAY)).containsExactly(Problem.LONG);
  }

  private static PollDraft asking(List<PollQuestion> questions) {
    return new PollDraft(
        GOOD.title(),
        GOOD.estates(),
        GOOD.ages(),
        GOOD.size(),
        GOOD.from(),
        GOOD.to(),
        GOOD.channel(),
        questions);
  }

  private static PollQuestion question(int number, QuestionKind kind, String zh) {
    return new PollQuestion(number, kind, zh);
  }
}
