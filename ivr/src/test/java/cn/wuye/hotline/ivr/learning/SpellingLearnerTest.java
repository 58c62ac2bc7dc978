package cn.wuye.hotline.ivr.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.ivr.speech.NoSpeech;
import cn.wuye.hotline.ivr.speech.SampleReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingLearnerTest {
  private static final byte[] ONE = {1};
  private static final byte[] TWO = {2};

  @Test
  void threeSamplesAreTheFewest() {
    SpellingLearner learner = new SpellingLearner(new NoSpeech("none"), new Readings(List.of()));

    assertThatThrownBy(() -> learner.learn("nan", "漏水", List.of(), List.of(ONE, TWO)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3-20 samples are wanted, not 2");
  }

  @Test
  void theReadingsOfAllSamplesAreTheGrammarOfTheNextRound() {
    Readings readings = new Readings(List.of("老追", "老嘴", "啊"));

    assertThat(new SpellingSearch(readings).of(List.of(ONE, TWO), 2)).containsExactly("老追", "老嘴");
    assertThat(readings.grammars.get(0)).containsExactly("老", "追", "嘴");
    assertThat(readings.grammars.get(2)).as("no single syllable").containsExactly("老 追", "老 嘴");
  }

  @Test
  void whatCannotBeReadHasNoSpelling() {
    assertThat(new SpellingSearch(new Readings(List.of())).of(List.of(ONE, TWO), 2)).isEmpty();
  }

  private static final class Readings implements SampleReader {
    private final List<String> readings;
    private final List<List<String>> grammars = new ArrayList<>();

    Readings(List<String> readings) {
      this.readings = readings;
    }

    @Override
    public List<String> syllables() {
      return List.of("老", "追", "嘴");
    }

    @Override
    public List<List<String>> readings(List<byte[]> samples, List<String> lines, int most) {
      grammars.add(lines);
      return samples.stream().map(each -> readings).toList();
    }
  }
}
