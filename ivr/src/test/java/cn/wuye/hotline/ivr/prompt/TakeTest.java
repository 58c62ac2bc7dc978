package cn.wuye.hotline.ivr.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TakeTest {
  private static final int RATE = 48_000;
  private static final String TEXT = "请问您在哪个小区？";

  /** A voice of a kind between two silences with the noise of a room. */
  private static float[] speech(double seconds, double loudness) {
    Random random = new Random(7);
    int silence = RATE / 2;
    float[] samples = new float[2 * silence + (int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      boolean speaks = i >= silence && i < samples.length - silence;
      double t = i / (double) RATE;
      double voice = Math.sin(2 * Math.PI * 180 * t) + 0.5 * Math.sin(2 * Math.PI * 720 * t);
      samples[i] = (float) ((speaks ? loudness * voice / 1.5 : 0) + 0.0004 * random.nextGaussian());
    }
    return samples;
  }

  private static byte[] wav(float[] samples, int bits) {
    boolean floating = bits == 0;
    int bytes = floating ? 4 : bits / 8;
    ByteBuffer out =
        ByteBuffer.allocate(44 + bytes * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(36 + bytes * samples.length);
    out.put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(16);
    out.putShort((short) (floating ? 3 : 1)).putShort((short) 1).putInt(RATE);
    out.putInt(RATE * bytes).putShort((short) bytes).putShort((short) (8 * bytes));
    out.put("data".getBytes(StandardCharsets.ISO_8859_1)).putInt(bytes * samples.length);
    for (float sample : samples) {
      float whole = Math.max(-1, Math.min(1, sample));
      switch (bits) {
        case 0 -> out.putFloat(whole);
        case 24 -> {
          int value = Math.round(whole * 8_388_607);
          out.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
        }
        case 32 -> out.putInt((int) (whole * Integer.MAX_VALUE));
        default -> out.putShort((short) Math.round(whole * 32_767));
      }
    }
    return out.array();
  }

  private static Take take(float[] samples) throws IOException {
    return Take.of(wav(samples, 16), TEXT);
  }

  @Test
  void aGoodRecordingIsTrimmedLevelledAndMadeTelephoneSound() throws Exception {
    Take take = take(speech(2, 0.3));
    Sound kept = WavSound.read(take.wav());

    assertThat(take.faults()).isEmpty();
    assertThat(kept.rate()).isEqualTo(8000);
    // Two seconds of speech, at most a tenth around, and the pause of a question mark.
    assertThat(take.length().toMillis()).isBetween(2300L, 2650L);
    assertThat(rms(kept)).isBetween(0.08, 0.11);
    assertThat(rms(WavSound.read(take(speech(2, 0.05)).wav()))).isCloseTo(rms(kept), within(0.005));
  }

  private static org.assertj.core.data.Offset<Double> within(double distance) {
    return org.assertj.core.data.Offset.offset(distance);
  }

  private static double rms(Sound sound) {
    double sum = 0;
    int count = 0;
    for (int i = 1000; i < 14_000; i++, count++) {
      sum += sound.samples()[i] * sound.samples()[i];
    }
    return Math.sqrt(sum / count);
  }

  @Test
  void faultsAreFound() throws Exception {
    assertThat(take(speech(2, 0)).faults()).containsExactly(Fault.SILENT);
    assertThat(take(speech(2, 0.006)).faults()).containsExactly(Fault.TOO_QUIET);
    assertThat(take(speech(30, 0.3)).faults()).containsExactly(Fault.TOO_LONG);
    assertThat(take(speech(0.3, 0.3)).faults()).containsExactly(Fault.TOO_SHORT);
    assertThat(take(speech(2, 1.6)).faults()).containsExactly(Fault.CLIPPED);
  }

  @Test
  void soundThatWasClippedAndThenMadeQuieterIsClippedAllTheSame() throws Exception {
    float[] samples = speech(2, 1.6);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 0.5f * Math.max(-1, Math.min(1, samples[i]));
    }
    assertThat(take(samples).faults()).containsExactly(Fault.CLIPPED);
  }

  @Test
  void aSingleSyllableMayBeShort() throws Exception {
    assertThat(Take.of(wav(speech(0.35, 0.3), 16), "七").faults()).isEmpty();
    assertThat(Take.canBeRecorded("，")).isFalse();
  }

  @Test
  void allDepthsAreRead() throws Exception {
    byte[] expected = take(speech(2, 0.3)).wav();
    for (int bits : new int[] {0, 24, 32}) {
      Take take = Take.of(wav(speech(2, 0.3), bits), TEXT);
      assertThat(take.faults()).as("%d bits", bits).isEmpty();
      assertThat(take.wav().length)
          .as("%d bits", bits)
          .isCloseTo(expected.length, org.assertj.core.data.Offset.offset(2000));
    }
  }

  @Test
  void whatIsNoSoundSaysSo() {
    assertThatThrownBy(() -> Take.of("ID3 not a wav at all".getBytes(StandardCharsets.UTF_8), TEXT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a WAV");
    assertThatThrownBy(() -> Take.of(new byte[0], TEXT)).isInstanceOf(IOException.class);
  }

  @Test
  void wordsOfOnesOwnTakeTwoSecondsToAMinute() throws IOException {
    assertThat(own(speech(2.5, 0.3)).faults()).isEmpty();
    assertThat(own(speech(55, 0.3)).faults()).isEmpty();
    assertThat(own(speech(1, 0.3)).faults()).containsExactly(Fault.TOO_SHORT);
    assertThat(own(speech(62, 0.3)).faults()).containsExactly(Fault.TOO_LONG);
    assertThat(own(speech(5, 0)).faults()).containsExactly(Fault.SILENT);
    assertThat(own(speech(5, 0.006)).faults()).containsExactly(Fault.TOO_QUIET);
  }

  private static Take own(float[] samples) throws IOException {
    return Take.ofOwnWords(wav(samples, 16));
  }
}
