package cn.wuye.hotline.ivr.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks for faults in a recording as it came from the microphone, and for where the speech is. */
final class TakeCheck {
  /** No 20 ms are louder than this where nobody speaks: -54 dB. */
  private static final double NOTHING = 0.002;

  /** Speech below this needs more than 22 dB of gain: -42 dB. */
  private static final double QUIET = 0.008;

  /** Of the loudest 20 ms: what is above this is speech, -20 dB, and what is below -40 dB never. */
  private static final double SPEECH = 0.1;

  private static final double FAINT = 0.01;

  /** Speech is so much above the noise of the room. */
  private static final double OVER_NOISE = 2.5;

  /** Equal samples at the top of a wave are no wave any more. */
  private static final int FLAT = 4;

  private static final double TOP = 0.97;
  private static final double LOUD_ENOUGH_TO_CLIP = 0.25;
  private static final double CLIPPED_SHARE = 0.0005;

  /** Seconds a character takes, of the fastest and of the slowest speaker. */
  private static final double FASTEST = 0.09;

  private static final double SLOWEST = 0.55;
  private static final double PAUSE = 0.6;
  private static final double MARGIN = 1;

  private TakeCheck() {}

  /** Of a recording that should hold some words. */
  static List<Fault> faults(Sound raw, String text) {
    List<Fault> faults = ofItsSound(raw);
    if (faults.contains(Fault.SILENT)) {
      return faults;
    }
    double seconds = seconds(raw);
    String said = new SpokenText(text).said();
    long characters = said.codePoints().filter(Character::isLetterOrDigit).count();
    long pauses = said.codePoints().filter(c -> !Character.isLetterOrDigit(c)).count();
    if (seconds > MARGIN + SLOWEST * characters + PAUSE * pauses
        || seconds > Take.LONGEST_SECONDS) {
      faults.add(Fault.TOO_LONG);
    } else if (seconds < FASTEST * characters) {
      faults.add(Fault.TOO_SHORT);
    }
    return List.copyOf(faults);
  }

  /** Of a recording in words of the speaker's own. */
  static List<Fault> faults(Sound raw) {
    List<Fault> faults = ofItsSound(raw);
    if (faults.contains(Fault.SILENT)) {
      return faults;
    }
    double seconds = seconds(raw);
    if (seconds > Take.LONGEST_SECONDS) {
      faults.add(Fault.TOO_LONG);
    } else if (seconds < Take.SHORTEST_SECONDS) {
      faults.add(Fault.TOO_SHORT);
    }
    return List.copyOf(faults);
  }

  private static double seconds(Sound raw) {
    return speech(raw).samples().length / (double) raw.rate();
  }

  private static List<Fault> ofItsSound(Sound raw) {
    double[] levels = levels(raw);
    double loudest = Arrays.stream(levels).max().orElse(0);
    if (loudest < NOTHING) {
      return List.of(Fault.SILENT);
    }
    List<Fault> faults = new ArrayList<>();
    if (clipped(raw.samples())) {
      faults.add(Fault.CLIPPED);
    }
    if (speechLevel(levels, loudest) < QUIET) {
      faults.add(Fault.TOO_QUIET);
    }
    return faults;
  }

  /** From the first to the last word, with a tenth of a second around. */
  static Sound speech(Sound raw) {
    double[] levels = levels(raw);
    double loudest = Arrays.stream(levels).max().orElse(0);
    double[] sorted = levels.clone();
    Arrays.sort(sorted);
    double noise = sorted.length == 0 ? 0 : sorted[sorted.length / 10];
    double edge = Math.max(loudest * FAINT, Math.min(noise * OVER_NOISE, loudest * SPEECH));
    int first = 0;
    int last = levels.length - 1;
    while (first < last && levels[first] < edge) {
      first++;
    }
    while (last > first && levels[last] < edge) {
      last--;
    }
    int frame = frame(raw);
    int from = Math.max(0, (first - 5) * frame);
    int to = Math.min(raw.samples().length, (last + 6) * frame);
    return new Sound(Arrays.copyOfRange(raw.samples(), from, Math.max(from, to)), raw.rate());
  }

  private static boolean clipped(float[] samples) {
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    if (peak < LOUD_ENOUGH_TO_CLIP) {
      return false;
    }
    int flat = 0;
    int run = 1;
    for (int i = 1; i <= samples.length; i++) {
      boolean goesOn =
          i < samples.length
              && Math.abs(samples[i]) >= TOP * peak
              && Math.abs(samples[i] - samples[i - 1]) < 1e-4;
      if (goesOn) {
        run++;
      } else {
        flat += run >= FLAT ? run : 0;
        run = 1;
      }
    }
    return flat > CLIPPED_SHARE * samples.length;
  }

  private static double speechLevel(double[] levels, double loudest) {
    double energy = 0;
    int count = 0;
    for (double level : levels) {
      if (level > loudest * SPEECH) {
        energy += level * level;
        count++;
      }
    }
    return count == 0 ? 0 : Math.sqrt(energy / count);
  }

  private static int frame(Sound sound) {
    return Math.max(1, sound.rate() / 50);
  }

  /** RMS of every 20 ms. */
  private static double[] levels(Sound sound) {
    int frame = frame(sound);
    double[] levels = new double[sound.samples().length / frame];
    for (int i = 0; i < levels.length; i++) {
      double sum = 0;
      for (int at = i * frame; at < (i + 1) * frame; at++) {
        sum += sound.samples()[at] * sound.samples()[at];
      }
      levels[i] = Math.sqrt(sum / frame);
    }
    return levels;
  }
}
