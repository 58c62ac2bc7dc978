package cn.wuye.hotline.ivr.audio;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The beginning of somebody's words out of a recording, fit to be played within a prompt: without
 * the silence around, as loud as prompts are, ended in a pause of hers where there is one, and
 * without a click.
 */
public final class Excerpt {
  /** So much is played at most. */
  public static final Duration LONGEST = Duration.ofSeconds(6);

  /** A pause that comes sooner ends too little. */
  private static final Duration SHORTEST = Duration.ofMillis(1500);

  private static final int MOST_FRAMES = frames(LONGEST);
  private static final int LEAST_FRAMES = frames(SHORTEST);

  /** Less voice than this says nothing. */
  private static final int LEAST_VOICE = frames(Duration.ofMillis(300));

  /** What is shorter is a click. */
  private static final int CLICK = frames(Duration.ofMillis(60));

  /** Between words; what is shorter is a consonant. */
  private static final int PAUSE = frames(Duration.ofMillis(160));

  /** Left around her words, so that no consonant is lost. */
  private static final int MARGIN = frames(Duration.ofMillis(100));

  /** No 20 ms are louder than this where nobody speaks. */
  private static final double NOTHING_DBFS = -50;

  private static final double OVER_NOISE = 8;
  private static final double VOICE_RANGE = 20;
  private static final double WHOLE_RANGE = 40;

  /** Loudness of prompts without their pauses: -20 dBFS. */
  private static final double LOUDNESS = 0.1 * 32_768;

  /** A quiet line is not made a loud noise. */
  private static final double MOST_GAIN = 4;

  private static final double PEAK = 0.9 * 32_767;

  private static final int SHORT_FADE = samples(Duration.ofMillis(20));
  private static final int LONG_FADE = samples(Duration.ofMillis(400));

  private Excerpt() {}

  /**
   * Of a recording of one voice.
   *
   * @param pcm in which she begins to speak within the first moments
   * @return at most {@link #LONGEST}; empty when nobody speaks in it
   */
  public static Optional<byte[]> of(byte[] pcm) {
    boolean[] voice = voice(pcm);
    int first = 0;
    int last = -1;
    int spoken = 0;
    for (int i = 0; i < voice.length; i++) {
      if (voice[i]) {
        first = spoken == 0 ? i : first;
        last = i;
        spoken++;
      }
    }
    if (spoken < LEAST_VOICE) {
      return Optional.empty();
    }
    int from = Math.max(0, first - MARGIN);
    int all = Math.min(voice.length, last + 1 + MARGIN);
    int to = all - from <= MOST_FRAMES ? all : cut(voice, from);
    short[] sound =
        Pcm.samples(Arrays.copyOfRange(pcm, from * Pcm.FRAME_BYTES, to * Pcm.FRAME_BYTES));
    level(sound, Arrays.copyOfRange(voice, from, to));
    fade(sound, voice[to - 1] ? LONG_FADE : SHORT_FADE);
    return Optional.of(Pcm.bytes(sound));
  }

  /** The last pause that is early enough; where she makes none, simply as late as may be. */
  private static int cut(boolean[] voice, int from) {
    int latest = from + MOST_FRAMES;
    for (int end = latest; end - PAUSE >= from + LEAST_FRAMES; end--) {
      if (silent(voice, end - PAUSE, end)) {
        int begin = end - PAUSE;
        while (!voice[begin - 1]) {
          begin--;
        }
        return Math.min(end, begin + MARGIN);
      }
    }
    return latest;
  }

  private static boolean silent(boolean[] voice, int from, int to) {
    for (int i = from; i < to; i++) {
      if (voice[i]) {
        return false;
      }
    }
    return true;
  }

  /** In which frames she speaks. */
  private static boolean[] voice(byte[] pcm) {
    double[] levels = new double[pcm.length / Pcm.FRAME_BYTES];
    for (int i = 0; i < levels.length; i++) {
      int at = i * Pcm.FRAME_BYTES;
      levels[i] = Pcm.dbfs(Arrays.copyOfRange(pcm, at, at + Pcm.FRAME_BYTES));
    }
    double[] sorted = levels.clone();
    Arrays.sort(sorted);
    double loudest = sorted.length == 0 ? Pcm.SILENCE_DBFS : sorted[sorted.length - 1];
    boolean[] voice = new boolean[levels.length];
    if (loudest < NOTHING_DBFS) {
      return voice;
    }
    double noise = sorted[sorted.length / 10];
    double edge =
        Math.max(loudest - WHOLE_RANGE, Math.min(noise + OVER_NOISE, loudest - VOICE_RANGE));
    int run = 0;
    for (int i = 0; i <= levels.length; i++) {
      if (i < levels.length && levels[i] >= edge) {
        run++;
      } else {
        if (run >= CLICK) {
          Arrays.fill(voice, i - run, i, true);
        }
        run = 0;
      }
    }
    return voice;
  }

  private static void level(short[] sound, boolean[] voice) {
    double energy = 0;
    int count = 0;
    int peak = 1;
    for (int i = 0; i < sound.length; i++) {
      peak = Math.max(peak, Math.abs(sound[i]));
      if (voice[i * voice.length / sound.length]) {
        energy += (double) sound[i] * sound[i];
        count++;
      }
    }
    double loudness = Math.max(1, Math.sqrt(energy / Math.max(1, count)));
    double gain = Math.min(Math.min(LOUDNESS / loudness, MOST_GAIN), PEAK / peak);
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (short) Math.round(sound[i] * gain);
    }
  }

  private static void fade(short[] sound, int atEnd) {
    for (int i = 0; i < Math.min(SHORT_FADE, sound.length); i++) {
      sound[i] = (short) (sound[i] * i / SHORT_FADE);
    }
    for (int i = 0; i < Math.min(atEnd, sound.length); i++) {
      int at = sound.length - 1 - i;
      sound[at] = (short) (sound[at] * i / atEnd);
    }
  }

  private static int frames(Duration length) {
    return Math.toIntExact(length.toMillis() / Pcm.FRAME_MILLIS);
  }

  private static int samples(Duration length) {
    return Math.toIntExact(length.toMillis() * Pcm.RATE / 1000);
  }
}
