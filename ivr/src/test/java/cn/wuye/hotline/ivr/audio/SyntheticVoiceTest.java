package cn.wuye.hotline.ivr.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SyntheticVoiceTest {
  @Test
  void theDetectorTakesItForSpeech() {
    byte[] pcm = SyntheticVoice.speech(2000);
    int speech = 0;
    try (VoiceActivity voice = GatedVoiceActivity.create()) {
      for (int i = 0; i < 50; i++) {
        voice.speech(new byte[Pcm.FRAME_BYTES]);
      }
      for (int at = 0; at + Pcm.FRAME_BYTES <= pcm.length; at += Pcm.FRAME_BYTES) {
        speech += voice.speech(Arrays.copyOfRange(pcm, at, at + Pcm.FRAME_BYTES)) ? 1 : 0;
      }
    }
    assertThat(speech).isGreaterThan(85);
  }

  @Test
  void tonesAreTold() {
    for (int hertz = 400; hertz <= 1600; hertz += 100) {
      byte[] frame = Arrays.copyOf(SyntheticVoice.tone(hertz, 20), Pcm.FRAME_BYTES);
      assertThat(SyntheticVoice.pitch(frame)).isBetween(hertz - 40, hertz + 40);
    }
    assertThat(SyntheticVoice.pitch(new byte[Pcm.FRAME_BYTES])).isZero();
  }
}
