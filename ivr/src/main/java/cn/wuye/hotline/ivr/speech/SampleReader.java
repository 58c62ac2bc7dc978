package cn.wuye.hotline.ivr.speech;

import java.util.List;

/** Reads samples of speech in a model's own syllables, whatever language they are in. */
public interface SampleReader {
  /** One word of the model for each syllable and tone that it can hear; the same at every call. */
  List<String> syllables();

  /**
   * What samples sound like, when nothing can be heard but these words in this and similar order.
   *
   * @param samples 8 kHz 16-bit little-endian mono sound
   * @param lines words of {@link #syllables}, separated by spaces; at least one
   * @param most how many readings of each, 1–50
   * @return of each sample the likeliest first, without spaces; there may be none
   * @throws IllegalStateException when the engine fails
   */
  List<List<String>> readings(List<byte[]> samples, List<String> lines, int most);
}
