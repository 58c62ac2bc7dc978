package cn.wuye.hotline.backend.intake.spool;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * How loud a recording is, frame by frame of 20 ms: enough to tell a voice from silence, no more.
 */
public final class Loudness {
  private static final int FRAMES_PER_SECOND = 50;

  /** Below this nothing counts as a voice, -46 dBFS. */
  private static final double QUIETEST_VOICE = 32768 * 0.005;

  /** How much louder than the line's own noise a voice is, 10 dB. */
  private static final double ABOVE_NOISE = 3.2;

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
    return loud >= SHORTEST_SPEECH.toMillis() * FRAMES_PER_SECOND / 1000;
  }

  /** Whether the frame at this index is loud enough for a voice. */
  boolean loud(int frame) {
    return frame < frames.length && frames[frame] > threshold;
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
