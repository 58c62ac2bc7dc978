package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.intent.Match.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring sounds that are looked for in an utterance, allowing for accents and, the longer
 * they are, for sounds that are wrong, missing or too many.
 */
final class PhrasePart {
  private static final double MISSING_OR_EXTRA = 0.8;

  private final Sound[] sounds;
  private final double allowed;

  private PhrasePart(Sound[] sounds, Tolerance tolerance) {
    this.sounds = sounds;
    this.allowed = tolerance.allowed(sounds.length);
  }

  /** Where a part was found and at what cost. */
  record Found(Span span, double cost) {}

  static PhrasePart of(String text, Tolerance tolerance) {
    Sound[] sounds =
        text.chars()
            .filter(c -> Sounds.spoken((char) c))
            .mapToObj(c -> Sounds.of((char) c))
            .toArray(Sound[]::new);
    if (sounds.length == 0) {
      throw new IllegalArgumentException("empty phrase or part of a phrase: '" + text + "'");
    }
    return new PhrasePart(sounds, tolerance);
  }

  int length() {
    return sounds.length;
  }

  /** A quick look that spares most phrases the search. */
  boolean possibleIn(Utterance utterance) {
    int missing = 0;
    int mayMiss = (int) (allowed / Sound.SIMILAR);
    for (Sound sound : sounds) {
      if (!utterance.has(sound) && ++missing > mayMiss) {
        return false;
      }
    }
    return true;
  }

  /** All places, from left to right, the best where several overlap. */
  List<Found> findAll(Utterance utterance) {
    return find(utterance, 0, utterance.length());
  }

  /** The first place that begins between the two indexes. */
  @Nullable Found first(Utterance utterance, int from, int latestStart) {
    int end = Math.min(utterance.length(), latestStart + sounds.length + 1);
    for (Found found : find(utterance, from, end)) {
      if (found.span().from() <= latestStart) {
        return found;
      }
    }
    return null;
  }

  /** Sellers' algorithm: an alignment that may begin anywhere; each column is one more sound. */
  private List<Found> find(Utterance utterance, int from, int to) {
    List<Found> found = new ArrayList<>();
    double[] costs = new double[sounds.length + 1];
    int[] starts = new int[sounds.length + 1];
    for (int i = 1; i <= sounds.length; i++) {
      costs[i] = i * MISSING_OR_EXTRA;
    }
    Arrays.fill(starts, from);
    double[][] distances = new double[sounds.length][];
    for (int i = 0; i < sounds.length; i++) {
      distances[i] = utterance.distances(sounds[i]);
    }
    for (int j = from; j < to; j++) {
      double diagonal = costs[0];
      int diagonalStart = starts[0];
      starts[0] = j + 1;
      for (int i = 1; i <= sounds.length; i++) {
        double substituted = diagonal + distances[i - 1][j];
        int substitutedStart = i == 1 ? j : diagonalStart;
        double extra = costs[i] + MISSING_OR_EXTRA;
        double missing = costs[i - 1] + MISSING_OR_EXTRA;
        diagonal = costs[i];
        diagonalStart = starts[i];
        if (substituted <= extra && substituted <= missing) {
          costs[i] = substituted;
          starts[i] = substitutedStart;
        } else if (extra <= missing) {
          costs[i] = extra;
        } else {
          costs[i] = missing;
          starts[i] = starts[i - 1];
        }
      }
      if (costs[sounds.length] <= allowed) {
        Span span = new Span(starts[sounds.length], j + 1);
        double strange = Tolerance.soundAlone(sounds.length, sameCharacters(utterance, span));
        add(found, new Found(span, costs[sounds.length] + strange));
      }
    }
    return found;
  }

  private int sameCharacters(Utterance utterance, Span span) {
    int same = 0;
    for (Sound sound : sounds) {
      for (int j = span.from(); j < span.to(); j++) {
        if (sound.written() == utterance.at(j).written()) {
          same++;
          break;
        }
      }
    }
    return same;
  }

  private static void add(List<Found> found, Found next) {
    if (found.isEmpty() || !found.get(found.size() - 1).span().overlaps(next.span())) {
      found.add(next);
    } else if (next.cost() < found.get(found.size() - 1).cost()) {
      found.set(found.size() - 1, next);
    }
  }
}
