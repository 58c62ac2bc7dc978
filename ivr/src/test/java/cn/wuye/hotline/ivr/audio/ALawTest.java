package cn.wuye.hotline.ivr.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ALawTest {
  @ParameterizedTest
  @ValueSource(shorts = {0, 7, -8, 100, -100, 1000, -1000, 8000, -8000, 32_000, -32_000})
  void soundIsTheSameToAFewPercent(short sample) {
    short heard = ALaw.decode(ALaw.encode(sample));

    assertThat((double) heard).isCloseTo(sample, within(8 + Math.abs(sample) * 0.04));
  }

  /** The code's own silence, as G.711 has it. */
  @Test
  void silenceIsD5() {
    assertThat(ALaw.encode((short) 0)).isEqualTo((byte) 0xd5);
  }

  /** Steps by the tables of G.711. */
  @ParameterizedTest
  @CsvSource({"0, 8", "15, 8", "16, 24", "-1, -8", "1000, 1008", "32767, 32256", "-32768, -32256"})
  void leavesTheMiddleOfAStep(short sample, short left) {
    assertThat(Pcm.samples(ALaw.thereAndBack(Pcm.bytes(new short[] {sample}))))
        .containsExactly(left);
  }
}
