package cn.wuye.hotline.ivr.intent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.intent.Likeness.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final IntentReader READER = IntentReader.shipped(EmergencyWords.shipped());
  private static final int FOLDS = 3;

  /** Each third is read by what was learned from the other two alone. */
  @Test
  void understandsMoreOfWhatItHasNotSeenThanTheLexiconAlone() throws IOException {
    List<Known> sentences = development();
    Lexicon lexicon = Lexicon.shipped();
    int alone = 0;
    int together = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Known> seen = new ArrayList<>();
      List<Known> unseen = new ArrayList<>();
      for (int i = 0; i < sentences.size(); i++) {
        (i % FOLDS == fold ? unseen : seen).add(sentences.get(i));
      }
      Likeness likeness = Likeness.to(seen);
      for (Known each : unseen) {
        Utterance utterance = Utterance.of(each.text());
        Lexicon.Findings found = lexicon.findings(utterance);
        alone += right(each, lexicon, found, Map.of());
        together += right(each, lexicon, found, likeness.of(found.audible(utterance)));
      }
    }
    System.out.printf(
        "of %d sentences: %d by the lexicon alone, %d with likeness%n",
        sentences.size(), alone, together);

    assertThat(together - alone).isGreaterThan(sentences.size() / 50);
  }

  @Test
  void saysByWhatItIsLike() {
    Explanation explanation = READER.explain("这个𨋢坐得我心惊肉跳，走走停停");

    assertThat(explanation.intent())
        .hasValueSatisfying(intent -> assertThat(intent.subcategory()).isEqualTo("lift"));
    assertThat(explanation.likeness()).isNotEmpty();
  }

  @Test
  void knowsNothingOfWhatItHasNeverSeen() {
    assertThat(READER.read("bonjour madame")).isEmpty();
  }

  @Test
  void whatIsDeniedIsLikeNothing() {
    assertThat(READER.read("没有漏水")).isEmpty();
  }

  @Test
  void hearsADangerThatNoWordOfTheListNames() {
    String text = "电梯里有人，一直按喇叭，门怎么掰都掰不开";

    assertThat(EmergencyWords.shipped().find(text)).isEmpty();
    assertThat(READER.read(text))
        .hasValueSatisfying(
            intent -> {
              assertThat(intent.emergency()).isTrue();
              assertThat(intent.subcategory()).isEqualTo("lift");
            });
    assertThat(READER.withoutEmergencies().read(text))
        .hasValueSatisfying(intent -> assertThat(intent.emergency()).isFalse());
  }

  private static int right(
      Known known, Lexicon lexicon, Lexicon.Findings found, Map<String, Double> learned) {
    return TopicScores.of(found.evidence(), learned, lexicon.topics())
            .best()
            .filter(best -> best.topic().code().equals(known.label()))
            .isPresent()
        ? 1
        : 0;
  }

  private static List<Known> development() throws IOException {
    List<Known> known = new ArrayList<>();
    List<String> lines = Files.readAllLines(Path.of("..", "eval", "text", "dev.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (!cells[1].isEmpty()) {
        known.add(new Known(cells[0], cells[1] + "/" + cells[2]));
      }
    }
    return known;
  }
}
