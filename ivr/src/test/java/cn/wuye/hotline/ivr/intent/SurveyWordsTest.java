package cn.wuye.hotline.ivr.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurveyWordsTest {
  private static final SurveyWords WORDS = SurveyWords.shipped();

  /** Answers as old residents give them in Mandarin and dialects, all by one hand. */
  @Test
  void understandsTheLabelledSentences() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (String line : lines()) {
      String[] cells = line.split("\t", -1);
      String got = answer(cells[0], cells[2]);
      count++;
      if (!got.equals(cells[1])) {
        wrong.add(line + " → " + got);
      }
    }

    assertThat(count).isGreaterThan(150);
    assertThat(wrong).isEmpty();
  }

  @Test
  void theChoicesOfAGrammarAreUnderstoodAsAnswers() {
    assertThat(WORDS.solvedPhrases()).allMatch(phrase -> WORDS.solved(phrase).isPresent());
    assertThat(WORDS.satisfactionPhrases())
        .allMatch(phrase -> WORDS.satisfaction(phrase).isPresent());
  }

  private static String answer(String question, String text) {
    return switch (question) {
      case "solved" -> code(WORDS.solved(text).map(each -> each.name().toLowerCase(Locale.ROOT)));
      case "satisfaction" -> code(WORDS.satisfaction(text));
      case "convenient" -> code(WORDS.convenient(text).map(SurveyWordsTest::yes));
      case "points" -> code(WORDS.points(text));
      case "declines" -> yes(WORDS.declines(text));
      case "stranger" -> yes(WORDS.stranger(text));
      default -> yes(WORDS.goesOn(text));
    };
  }

  private static String code(Optional<?> value) {
    return value.map(String::valueOf).orElse("-");
  }

  private static String yes(boolean answer) {
    return answer ? "yes" : "no";
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = SurveyWordsTest.class.getResourceAsStream("/intent/survey.tsv")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank())
          .toList();
    }
  }
}
