package cn.wuye.hotline.ivr.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WavSoundTest {
  private final byte[] wav = WavSound.write(new byte[] {0, 0, 0, 64, 0, -64});

  @Test
  void whatWasWrittenIsRead() throws Exception {
    Sound sound = WavSound.read(wav);
    assertThat(sound.rate()).isEqualTo(8000);
    assertThat(sound.samples()).containsExactly(0, 0.5f, -0.5f);
  }

  @Test
  void aLengthThatIsALieIsCut() throws Exception {
    wav[40] = (byte) 0xff;
    wav[43] = 0x7f;
    assertThat(WavSound.read(wav).samples()).hasSize(3);
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> WavSound.read(new byte[0])).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> WavSound.read(new byte[100])).hasMessageContaining("not a WAV");
    assertThatThrownBy(() -> WavSound.read(Arrays.copyOf(wav, 30)))
        .hasMessageContaining("no sound");
    wav[34] = 8;
    assertThatThrownBy(() -> WavSound.read(wav)).hasMessageContaining("16 to 32 bits");
  }
}
