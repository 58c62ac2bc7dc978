package cn.wuye.hotline.ivr.speech.vosk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The words of partial results that no longer change. The last word of a partial result is often a
 * guess that the next syllable overturns: 被困 that becomes 被人偷走.
 */
final class Settled {
  private final int times;
  private final Deque<String> last = new ArrayDeque<>();

  /**
   * @param times how often in a row words must have been there, 1 for at once
   */
  Settled(int times) {
    this.times = times;
  }

  /** The words that all of the latest results begin with, this one included. */
  String of(String partial) {
    last.addLast(partial.isEmpty() ? "" : partial + " ");
    if (last.size() > times) {
      last.removeFirst();
    }
    if (last.size() < times) {
      return "";
    }
    Iterator<String> results = last.iterator();
    String common = results.next();
    while (results.hasNext()) {
      common = commonWords(common, results.next());
    }
    return common.strip();
  }

  void forget() {
    last.clear();
  }

  private static String commonWords(String one, String other) {
    int end = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        break;
      }
      if (one.charAt(i) == ' ') {
        end = i + 1;
      }
    }
    return one.substring(0, end);
  }
}
