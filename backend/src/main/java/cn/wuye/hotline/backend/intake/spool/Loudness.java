package cn.wuye.hotline.backend.intake.spool;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How loud a recording is, frame by frame of 20 ms: enough to tell a voice from silence, no more.
 */
public final class Loudness {
  private static final int FRAMES_PER_SECOND = 50;

  /** Below this nothing counts as a voice, -46 dBFS. */
  private static final double QUIETEST_VOICE = 32768 * 0.005;

  /** How much louder than the line's own noise a voice is, 10 dB. */
  private static final double ABOVE_NOISE = 3.2;

  /** A silence that parts two utterances, in frames. */
  private static final int PAUSE = 50;

  /** Kept before and after a stretch, in frames. */
  private static final int MARGIN = 15;

  private static final Duration SHORTEST_SPEECH = Duration.ofMillis(400);

  private final double[] frames;
  private final double threshold;

  private Loudness(double[] frames) {
    this.frames = frames;
    this.threshold = threshold(frames);
  }

  /** Measures a file. */
  public static Loudness of(Path file) throws IOException {
    Wav wav = Wav.inspect(file);
    int frameBytes = wav.samplesPerSecond() / FRAMES_PER_SECOND * 2;
    double[] frames = new double[(int) (wav.dataBytes() / frameBytes)];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.skipNBytes(wav.dataAt());
      for (int i = 0; i < frames.length; i++) {
        frames[i] = rms(in.readNBytes(frameBytes));
      }
    }
    return new Loudness(frames);
  }

  /** Whether somebody may have said something: rather yes than no. */
  public boolean holdsSpeech() {
    long loud = Arrays.stream(frames).filter(frame -> frame > threshold).count();
    return loud >= frames(SHORTEST_SPEECH);
  }

  /**
   * Where somebody may be speaking, each stretch with a little silence around it, so that no sound
   * is cut; pauses shorter than a second do not part a sentence.
   *
   * @param longest no stretch is longer
   */
  public List<Stretch> speech(Duration longest) {
    List<Stretch> stretches = new ArrayList<>();
    int most = frames(longest);
    int start = -1;
    int lastLoud = -1;
    for (int i = 0; i < frames.length; i++) {
      if (frames[i] > threshold) {
        start = start < 0 ? i : start;
        lastLoud = i;
      }
      boolean over = start >= 0 && (i - lastLoud >= PAUSE || i - start >= most - 2 * MARGIN);
      if (over) {
        stretches.add(stretch(start, lastLoud));
        start = -1;
      }
    }
    if (start >= 0) {
      stretches.add(stretch(start, lastLoud));
    }
    return stretches;
  }

  private Stretch stretch(int firstLoud, int lastLoud) {
    return new Stretch(
        offset(Math.max(0, firstLoud - MARGIN)),
        offset(Math.min(frames.length, lastLoud + 1 + MARGIN)));
  }

  private static Duration offset(int frame) {
    return Duration.ofMillis(frame * 1000L / FRAMES_PER_SECOND);
  }

  private static int frames(Duration duration) {
    return (int) (duration.toMillis() * FRAMES_PER_SECOND / 1000);
  }

  private static double threshold(double[] frames) {
    if (frames.length == 0) {
      return QUIETEST_VOICE;
    }
    double[] sorted = frames.clone();
    Arrays.sort(sorted);
    return Math.max(QUIETEST_VOICE, sorted[sorted.length / 10] * ABOVE_NOISE);
  }

  private static double rms(byte[] pcm) {
    double sum = 0;
    int samples = pcm.length / 2;
    for (int i = 0; i < samples; i++) {
      double sample = (short) ((pcm[2 * i] & 0xff) | (pcm[2 * i + 1] << 8));
      sum += sample * sample;
    }
    return samples == 0 ? 0 : Math.sqrt(sum / samples);
  }
}
