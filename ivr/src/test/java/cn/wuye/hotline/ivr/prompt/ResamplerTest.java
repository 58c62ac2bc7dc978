package cn.wuye.hotline.ivr.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResamplerTest {
  private static float[] tone(double hertz) {
    float[] samples = new float[22050];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.sin(2 * Math.PI * hertz * i / 22050);
    }
    return samples;
  }

  private static double rms(float[] samples) {
    double sum = 0;
    for (int i = 500; i < samples.length - 500; i++) {
      sum += samples[i] * samples[i];
    }
    return Math.sqrt(sum / (samples.length - 1000));
  }

  @Test
  void speechPassesAndWhatWouldFoldBackDoesNot() {
    float[] speech = Resampler.resample(tone(1000), 22050, 8000);
    assertThat(speech).hasSize(8000);
    assertThat(rms(speech)).isBetween(0.69, 0.72);
    assertThat(rms(Resampler.resample(tone(3000), 22050, 8000))).isBetween(0.66, 0.72);
    assertThat(rms(Resampler.resample(tone(5000), 22050, 8000))).isLessThan(0.005);
    assertThat(rms(Resampler.resample(tone(7000), 22050, 8000))).isLessThan(0.005);
  }

  @Test
  void theSameRateIsACopy() {
    float[] tone = tone(500);
    assertThat(Resampler.resample(tone, 8000, 8000)).isEqualTo(tone).isNotSameAs(tone);
  }
}
