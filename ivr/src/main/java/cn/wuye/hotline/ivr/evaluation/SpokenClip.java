package cn.wuye.hotline.ivr.evaluation;

import java.nio.file.Path;

/**
 * A recording and what should be understood.
 *
 * @param row where it stands in its set; the header is row 1
 * @param transcript what is said; empty when nobody speaks
 * @param intent {@code category/subcategory} told at the open question; {@code yes}, {@code no} or
 *     {@code person} answered to a question by yes and no; empty when nothing may be understood
 * @param noise {@code clean}, or the distance to the noise in dB
 */
public record SpokenClip(
    int row, Path file, String dialect, String transcript, String intent, String noise) {

  /** Whether it is out of grammar: nothing may be understood. */
  public boolean foreign() {
    return intent.isEmpty();
  }

  /** Whether it is an answer to a choice. */
  public boolean choice() {
    return SpeechSet.CHOICES.contains(intent);
  }
}
