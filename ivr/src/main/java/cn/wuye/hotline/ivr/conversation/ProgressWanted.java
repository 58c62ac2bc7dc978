package cn.wuye.hotline.ivr.conversation;

/** The caller asks what became of an earlier complaint: key 7, or in words. */
public final class ProgressWanted extends Interruption {
  private final String text;

  /**
   * @param text how she asked; empty string when it was the key
   */
  public ProgressWanted(String text) {
    super("asks what became of a ticket" + (text.isEmpty() ? ", by key" : ""));
    this.text = text;
  }

  /** How she asked; empty string when it was the key. */
  public String text() {
    return text;
  }
}
