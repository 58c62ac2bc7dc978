package cn.wuye.hotline.ivr.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static final int FRAME = Pcm.FRAME_BYTES;

  private static byte[] sound(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** A line on which nobody speaks, at about -60 dBFS. */
  private static byte[] line(int millis) {
    Random random = new Random(7);
    byte[] pcm = new byte[millis * Pcm.RATE / 1000 * 2];
    for (int i = 0; i < pcm.length / 2; i++) {
      put(pcm, i, 33 * random.nextGaussian());
    }
    return pcm;
  }

  private static byte[] louder(byte[] pcm, double gain) {
    byte[] changed = new byte[pcm.length];
    for (int i = 0; i < pcm.length / 2; i++) {
      put(changed, i, Math.max(-32768, Math.min(32767, Pcm.sample(pcm, i) * gain)));
    }
    return changed;
  }

  private static void put(byte[] pcm, int index, double value) {
    short sample = (short) Math.round(value);
    pcm[2 * index] = (byte) sample;
    pcm[2 * index + 1] = (byte) (sample >> 8);
  }

  private static byte[] cut(byte[]... parts) {
    return Excerpt.of(sound(parts)).orElseThrow();
  }

  /** Of a part in milliseconds from the beginning or, negative, from the end. */
  private static double dbfs(byte[] pcm, int from, int to) {
    int begin = (from < 0 ? pcm.length : 0) + from * 16;
    int end = (to <= 0 ? pcm.length : 0) + to * 16;
    return Pcm.dbfs(Arrays.copyOfRange(pcm, begin, end));
  }

  @Test
  void aShortSentenceIsWholeWithoutTheSilenceAround() {
    byte[] excerpt = cut(line(900), SyntheticVoice.speech(2000), line(1500));

    assertThat(Pcm.length(excerpt)).isBetween(Duration.ofMillis(2000), Duration.ofMillis(2240));
    assertThat(dbfs(excerpt, 200, 2000)).isGreaterThan(-30);
    assertThat(dbfs(excerpt, 0, 20)).as("no click").isLessThan(-35);
    assertThat(dbfs(excerpt, -20, 0)).as("no click").isLessThan(-35);
  }

  @Test
  void aLongOneEndsInHerLastPauseThatIsEarlyEnough() {
    byte[] excerpt =
        cut(
            line(300),
            SyntheticVoice.speech(1800),
            line(300),
            SyntheticVoice.speech(2400),
            line(400),
            SyntheticVoice.speech(4000));

    // What comes before the second pause, with a little silence at both ends.
    assertThat(Pcm.length(excerpt)).isBetween(Duration.ofMillis(4500), Duration.ofMillis(4740));
    assertThat(dbfs(excerpt, -400, -200)).as("her last word").isGreaterThan(-30);
    assertThat(dbfs(excerpt, -60, 0)).as("ends in the pause").isLessThan(-45);
  }

  @Test
  void whoMakesNoPauseIsFadedAtSixSeconds() {
    byte[] excerpt = cut(line(300), SyntheticVoice.speech(9000));

    assertThat(Pcm.length(excerpt)).isEqualTo(Excerpt.LONGEST);
    double before = dbfs(excerpt, -800, -400);
    assertThat(dbfs(excerpt, -200, 0)).isLessThan(before - 6);
    assertThat(dbfs(excerpt, -40, 0)).isLessThan(before - 18);
  }

  @Test
  void aPauseThatComesTooSoonIsNotTheEnd() {
    byte[] excerpt =
        cut(line(200), SyntheticVoice.speech(600), line(300), SyntheticVoice.speech(9000));

    assertThat(Pcm.length(excerpt)).isEqualTo(Excerpt.LONGEST);
  }

  @Test
  void itIsAsLoudAsPromptsAreHoweverSheSpoke() {
    byte[] speech = SyntheticVoice.speech(2000);
    for (double gain : new double[] {0.2, 0.5, 1, 3}) {
      byte[] excerpt = cut(line(400), louder(speech, gain), line(400));
      assertThat(dbfs(excerpt, 200, 2000)).as("gain %s", gain).isBetween(-25.0, -18.0);
    }
    byte[] whisper = louder(speech, 0.02);
    assertThat(dbfs(cut(new byte[6400], whisper, new byte[6400]), 200, 2000))
        .as("not amplified without end")
        .isLessThan(-30);
  }

  @Test
  void whereNobodySpeaksThereIsNothingToPlay() {
    byte[] click = SyntheticVoice.tone(1000, 40);

    assertThat(Excerpt.of(new byte[0])).isEmpty();
    assertThat(Excerpt.of(new byte[FRAME - 2])).isEmpty();
    assertThat(Excerpt.of(new byte[Pcm.BYTES_PER_SECOND])).isEmpty();
    assertThat(Excerpt.of(line(3000))).isEmpty();
    assertThat(Excerpt.of(sound(line(500), click, line(500), click, line(500)))).isEmpty();
  }

  @Test
  void aClickBeforeHerWordsIsNoBeginning() {
    byte[] excerpt =
        cut(line(100), SyntheticVoice.tone(1000, 40), line(1500), SyntheticVoice.speech(2000));

    assertThat(Pcm.length(excerpt)).isLessThan(Duration.ofMillis(2200));
  }
}
