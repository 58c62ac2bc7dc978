package cn.wuye.hotline.ivr.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.audio.Pcm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ALawTest {
  /** Steps by the tables of G.711. */
  @ParameterizedTest
  @CsvSource({"0, 8", "15, 8", "16, 24", "-1, -8", "1000, 1008", "32767, 32256", "-32768, -32256"})
  void leavesTheMiddleOfAStep(short sample, short left) {
    assertThat(Pcm.samples(ALaw.thereAndBack(Pcm.bytes(new short[] {sample}))))
        .containsExactly(left);
  }
}
