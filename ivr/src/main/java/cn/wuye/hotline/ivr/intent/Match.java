package cn.wuye.hotline.ivr.intent;

import java.util.List;

/**
 * A phrase found in an utterance.
 *
 * @param spans where its parts were found, in order
 * @param quality 1 for the same characters, less the more it only sounds alike
 */
record Match(List<Span> spans, double quality) {

  /** Some neighbouring sounds: from (inclusive) to (exclusive). */
  record Span(int from, int to) {
    boolean contains(Span other) {
      return from <= other.from && other.to <= to;
    }

    boolean overlaps(Span other) {
      return from < other.to && other.from < to;
    }

    int length() {
      return to - from;
    }
  }

  int from() {
    return spans.get(0).from;
  }

  int to() {
    return spans.get(spans.size() - 1).to;
  }

  /** How many sounds it covers. */
  int covered() {
    return spans.stream().mapToInt(Span::length).sum();
  }

  /** Whether every part of the other lies in a part of this one. */
  boolean contains(Match other) {
    return other.spans.stream().allMatch(span -> spans.stream().anyMatch(s -> s.contains(span)));
  }

  /** 停车费 speaks of fees, not of 停车; but a worse fitting phrase swallows no better one. */
  boolean swallows(Match other) {
    return covered() > other.covered() && quality >= other.quality - 0.06 && contains(other);
  }

  boolean overlaps(Match other) {
    return other.spans.stream().anyMatch(span -> spans.stream().anyMatch(s -> s.overlaps(span)));
  }
}
