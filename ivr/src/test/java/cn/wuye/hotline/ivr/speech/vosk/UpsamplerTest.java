package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UpsamplerTest {
  private static final int DELAY = 8;

  @Test
  void aToneStaysThatToneAcrossPieces() {
    Upsampler upsampler = new Upsampler();
    byte[] tone = tone(1000, 8000, 400);
    byte[] first = upsampler.twice(java.util.Arrays.copyOf(tone, 320), 320);
    byte[] second = upsampler.twice(java.util.Arrays.copyOfRange(tone, 320, 800), 480);
    assertThat(first.length + second.length).isEqualTo(1600);
    for (int i = 2 * DELAY; i < 400; i++) {
      double expected = 10000 * Math.sin(2 * Math.PI * 1000 * i / 16000.0);
      int at = i + 2 * (DELAY - 1) + 2;
      byte[] piece = at < 320 ? first : second;
      int index = at < 320 ? at : at - 320;
      int sample = (short) ((piece[2 * index] & 0xff) | (piece[2 * index + 1] << 8));
      assertThat((double) sample).as("sample " + i).isCloseTo(expected, within(120.0));
    }
  }

  private static byte[] tone(int hertz, int rate, int samples) {
    byte[] pcm = new byte[2 * samples];
    for (int i = 0; i < samples; i++) {
      int value = (int) (10000 * Math.sin(2 * Math.PI * hertz * i / rate));
      pcm[2 * i] = (byte) value;
      pcm[2 * i + 1] = (byte) (value >> 8);
    }
    return pcm;
  }
}
