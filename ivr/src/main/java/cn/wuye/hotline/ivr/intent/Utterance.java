package cn.wuye.hotline.ivr.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody said, as a row of sounds; punctuation only remains as the places where it was. For
 * one thread.
 */
final class Utterance {
  private final Sound[] sounds;
  private final boolean[] breakBefore;
  private final Set<String> folded = new HashSet<>();
  private final Map<Character, double[]> distances = new HashMap<>();

  private Utterance(List<Sound> sounds, List<Boolean> breaks) {
    this.sounds = sounds.toArray(Sound[]::new);
    this.breakBefore = new boolean[sounds.size()];
    for (int i = 0; i < sounds.size(); i++) {
      breakBefore[i] = breaks.get(i);
      folded.addAll(sounds.get(i).folded());
    }
  }

  /** In simplified characters and, as far as words are known, in standard Chinese. */
  static Utterance of(String text) {
    List<Sound> sounds = new ArrayList<>();
    List<Boolean> breaks = new ArrayList<>();
    boolean pendingBreak = false;
    for (char c : StandardWords.of(text).toCharArray()) {
      if (Sounds.spoken(c)) {
        sounds.add(Sounds.of(c));
        breaks.add(pendingBreak);
        pendingBreak = false;
      } else {
        pendingBreak |= !Character.isWhitespace(c);
      }
    }
    return new Utterance(sounds, breaks);
  }

  /** How far every sound of the utterance is from this one; worked out once for each. */
  double[] distances(Sound sound) {
    return distances.computeIfAbsent(
        sound.written(),
        written -> {
          double[] all = new double[sounds.length];
          for (int i = 0; i < all.length; i++) {
            all[i] = sound.distance(sounds[i]);
          }
          return all;
        });
  }

  int length() {
    return sounds.length;
  }

  Sound at(int index) {
    return sounds[index];
  }

  /** Whether any of the sound's readings occurs anywhere, accents aside. */
  boolean has(Sound sound) {
    for (String each : sound.folded()) {
      if (folded.contains(each)) {
        return true;
      }
    }
    return false;
  }

  /** Where the clause that holds the index begins; recognised speech has no clauses. */
  int clauseStart(int index) {
    int start = index;
    while (start > 0 && !breakBefore[start]) {
      start--;
    }
    return start;
  }

  /** Where the clause that begins at or holds the index ends. */
  int clauseEnd(int index) {
    int end = index;
    while (end < sounds.length && !breakBefore[end]) {
      end++;
    }
    return end;
  }

  /** The characters from one index (inclusive) to another (exclusive), numerals in Chinese. */
  String written(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = Math.max(0, from); i < Math.min(to, sounds.length); i++) {
      text.append(sounds[i].written());
    }
    return text.toString();
  }

  String written() {
    return written(0, length());
  }
}
