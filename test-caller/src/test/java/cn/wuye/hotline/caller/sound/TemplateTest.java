package cn.wuye.hotline.caller.sound;

import static cn.wuye.hotline.caller.sound.Sounds.join;
import static cn.wuye.hotline.caller.sound.Sounds.overTelephone;
import static cn.wuye.hotline.caller.sound.Sounds.sentence;
import static cn.wuye.hotline.caller.sound.Sounds.silence;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final int ANYWHERE = Integer.MAX_VALUE;
  private final short[] prompt = sentence(1, 3000);
  private final Template template = new Template(prompt);

  @Test
  void findsAPromptOverTheTelephoneWhereverItBegins() {
    Track heard = Track.of(overTelephone(join(silence(1234), prompt, silence(500))));
    assertThat(template.find(heard, 0, ANYWHERE, 100))
        .hasValueSatisfying(
            match -> {
              assertThat(match.at()).isCloseTo(123, Offset.offset(4));
              assertThat(match.hops()).isCloseTo(template.length(), Offset.offset(21));
            });
  }

  @Test
  void findsAPromptThatIsCutShort() {
    Track heard =
        Track.of(overTelephone(join(silence(300), Arrays.copyOf(prompt, 1500 * 8), silence(900))));
    var match = template.find(heard, 0, ANYWHERE, 100).orElseThrow();
    assertThat(match.hops()).isBetween(100, 165);
    assertThat(template.cutAfter(heard, match, match.at() + 50))
        .isCloseTo(30 + 150, Offset.offset(10));
  }

  @Test
  void aWholePromptIsNotCut() {
    Track heard = Track.of(overTelephone(join(silence(300), prompt, silence(900))));
    var match = template.find(heard, 0, ANYWHERE, 100).orElseThrow();
    assertThat(template.cutAfter(heard, match, match.at() + 50)).isNegative();
  }

  @Test
  void takesNoOtherSoundForIt() {
    for (int seed = 2; seed < 12; seed++) {
      Track heard = Track.of(overTelephone(join(silence(300), sentence(seed, 4000))));
      assertThat(template.find(heard, 0, ANYWHERE, 100)).isEmpty();
    }
    assertThat(template.find(Track.of(silence(5000)), 0, ANYWHERE, 100)).isEmpty();
  }

  @Test
  void survivesAFrameThatIsMissing() {
    short[] head = Arrays.copyOf(prompt, 1600 * 8);
    short[] rest = Arrays.copyOfRange(prompt, 1600 * 8, prompt.length);
    Track heard = Track.of(join(silence(300), head, silence(1), rest, silence(600)));
    assertThat(template.find(heard, 0, ANYWHERE, 100)).isPresent();
  }

  @Test
  void correlationFindsWordsInNoise() {
    short[] recording = join(silence(2000), prompt, silence(1000));
    new Noise(10, 7).addTo(recording);
    var place = Correlation.search(prompt, recording);
    assertThat(place.at()).isCloseTo(2000 * 8, Offset.offset(8));
    assertThat(place.likeness()).isGreaterThan(0.6);
    assertThat(Correlation.search(sentence(5, 3000), recording).likeness()).isLessThan(0.4);
  }
}
