package cn.wuye.hotline.ivr.speech;

import cn.wuye.hotline.ivr.audio.Pcm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a recording into stretches of speech: silence costs as much to decode as speech, and says
 * nothing.
 */
final class Stretches {
  /** Quieter 20 ms than this are silence, in dB of full scale. */
  private static final double SILENCE_DBFS = -50;

  /** Silence that ends a stretch: 1.5 s. */
  private static final int LONG_SILENCE = 75;

  /** Silence that stays around a stretch: 0.3 s. */
  private static final int MARGIN = 15;

  /** A stretch is cut after a minute, at its quietest place of the last ten seconds. */
  private static final int LONGEST = 3000;

  private static final int LATEST_CUT = 500;

  private Stretches() {}

  static List<byte[]> of(byte[] pcm) {
    double[] levels = new double[pcm.length / Pcm.FRAME_BYTES];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Pcm.dbfs(frames(pcm, i, i + 1));
    }
    List<byte[]> stretches = new ArrayList<>();
    int from = -1;
    int lastSpeech = -1;
    for (int i = 0; i < levels.length; i++) {
      boolean speech = levels[i] > SILENCE_DBFS;
      if (speech) {
        from = from < 0 ? Math.max(0, i - MARGIN) : from;
        lastSpeech = i;
      }
      if (from >= 0 && (i - lastSpeech >= LONG_SILENCE || i == levels.length - 1)) {
        stretches.add(frames(pcm, from, Math.min(levels.length, lastSpeech + 1 + MARGIN)));
        from = -1;
      } else if (from >= 0 && i - from >= LONGEST) {
        int cut = quietest(levels, i - LATEST_CUT, i);
        stretches.add(frames(pcm, from, cut));
        from = cut;
      }
    }
    return stretches;
  }

  private static int quietest(double[] levels, int from, int to) {
    int quietest = from;
    for (int i = from; i < to; i++) {
      if (levels[i] < levels[quietest]) {
        quietest = i;
      }
    }
    return quietest;
  }

  private static byte[] frames(byte[] pcm, int from, int to) {
    return Arrays.copyOfRange(pcm, from * Pcm.FRAME_BYTES, to * Pcm.FRAME_BYTES);
  }
}
