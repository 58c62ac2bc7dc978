package cn.wuye.hotline.ivr.speech;

/**
 * The recogniser's answer.
 *
 * @param text without spaces between Chinese words; empty when nothing was recognised or it was out
 *     of grammar
 * @param confidence 0–1
 * @param inTime false when the time budget ended first: the text is not the whole, the recording is
 *     to be transcribed later
 */
public record Recognized(String text, double confidence, boolean inTime) {
  public static final Recognized NOTHING = new Recognized("", 0, true);
}
