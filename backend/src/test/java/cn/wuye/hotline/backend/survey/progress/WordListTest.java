package cn.wuye.hotline.backend.survey.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.survey.progress.WordList.Count;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordListTest {
  private static Comment comment(long survey, String words) {
    return new Comment(
        survey, TicketNumber.ofSequence(100 + survey), words, "not-solved", null, Instant.EPOCH);
  }

  private static Set<String> byBlanks(String words) {
    return Set.of(words.split(" "));
  }

  @Test
  void aWordCountsOnceForEachSurveyAndOnlyWhatTwoSayIsFrequent() {
    WordList list =
        WordList.of(
            List.of(
                comment(1, "漏水 电梯"), comment(2, "漏水 态度"), comment(3, "漏水 电梯"), comment(4, "噪音")),
            WordListTest::byBlanks);

    assertThat(list.comments()).isEqualTo(4);
    assertThat(list.words()).containsExactly(new Count("漏水", 3), new Count("电梯", 2));
  }

  @Test
  void noMoreThanSoManyAreShown() {
    String many = String.join(" ", IntStream.range(0, 100).mapToObj(n -> "词" + n).toList());

    WordList list =
        WordList.of(List.of(comment(1, many), comment(2, many)), WordListTest::byBlanks);

    assertThat(list.words()).hasSize(WordList.MOST);
  }
}
