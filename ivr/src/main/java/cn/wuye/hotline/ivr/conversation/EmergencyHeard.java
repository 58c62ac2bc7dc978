package cn.wuye.hotline.ivr.conversation;

/** The caller said an emergency word, or pressed the key of emergencies. */
public final class EmergencyHeard extends Interruption {
  private final String word;
  private final String text;

  /**
   * @param word the word of the emergency list; empty when it was the key
   * @param text all that was understood in the turn; may be empty
   */
  public EmergencyHeard(String word, String text) {
    super("emergency: " + (word.isEmpty() ? "by key" : word));
    this.word = word;
    this.text = text;
  }

  /** The word of the emergency list; empty when it was the key. */
  public String word() {
    return word;
  }

  /** All that was understood in the turn; may be empty. */
  public String text() {
    return text;
  }
}
