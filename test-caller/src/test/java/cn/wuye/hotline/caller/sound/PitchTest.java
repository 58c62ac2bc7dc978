package cn.wuye.hotline.caller.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PitchTest {
  @Test
  void aToneIsToldFromItsNeighbourInTwoTenthsOfASecond() {
    short[] sound = tone(1400, 1600);

    assertThat(Pitch.share(sound, 1400)).isGreaterThan(0.95);
    assertThat(Pitch.share(sound, 1445)).isLessThan(0.05);
    assertThat(Pitch.share(new short[1600], 1400)).isZero();
  }

  private static short[] tone(int hertz, int samples) {
    short[] sound = new short[samples];
    for (int i = 0; i < samples; i++) {
      sound[i] = (short) (8000 * Math.sin(2 * Math.PI * hertz * i / 8000));
    }
    return sound;
  }
}
