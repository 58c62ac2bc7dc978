package cn.wuye.hotline.caller.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Speech made by espeak-ng, as a telephone hears it: 8 kHz, without silence around it. */
public final class Voice {
  private static final int RATE = 8000;
  private static final int HEADER = 44;
  private static final double PEAK = 12_000;

  /** Old people speak slowly, and so do these. */
  private static final String WORDS_A_MINUTE = "150";

  private final String name;
  private final Map<String, short[]> made = new ConcurrentHashMap<>();

  /**
   * @param name a voice of espeak-ng
   */
  public Voice(String name) {
    this.name = name;
  }

  /**
   * Speaks.
   *
   * @throws IOException when espeak-ng is missing, does not know the voice, or makes no sound
   */
  public short[] speak(String text) throws IOException {
    short[] known = made.get(text);
    if (known != null) {
      return known.clone();
    }
    short[] sound = Loudness.trim(levelled(synthesise(text)));
    if (sound.length == 0) {
      throw new IOException("espeak-ng voice " + name + " makes no sound of '" + text + "'");
    }
    made.put(text, sound);
    return sound.clone();
  }

  private short[] synthesise(String text) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder("espeak-ng", "-v", name, "-s", WORDS_A_MINUTE, "--stdin", "--stdout")
              .start();
    } catch (IOException e) {
      throw new IOException("espeak-ng is missing (package espeak-ng): " + e.getMessage(), e);
    }
    process.outputWriter(StandardCharsets.UTF_8).append(text).close();
    byte[] wav = process.getInputStream().readAllBytes();
    String complaint =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (wav.length <= HEADER) {
      throw new IOException("espeak-ng with voice " + name + ": " + complaint);
    }
    ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    int rate = bytes.getInt(24);
    short[] samples = new short[(wav.length - HEADER) / 2];
    bytes.position(HEADER);
    bytes.asShortBuffer().get(samples);
    return Resampler.resample(samples, rate, RATE);
  }

  private static short[] levelled(short[] samples) {
    int peak = 1;
    for (short sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(samples[i] * PEAK / peak);
    }
    return samples;
  }
}
