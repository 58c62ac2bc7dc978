package cn.wuye.hotline.backend.intake;

/** What was understood from the recording, put where the ticket's text announced it. */
public final class LateWords {
  private static final String FROM_RECORDING = "【录音听写】";

  private LateWords() {}

  /**
   * The text with the transcript in it, once.
   *
   * @param text the ticket's text so far
   * @param heard the transcript
   */
  public static String completed(String text, String heard) {
    if (text.contains(heard)) {
      return text;
    }
    String words = FROM_RECORDING + heard;
    for (String announced : new String[] {LateText.LISTEN, LateText.MESSAGE}) {
      if (text.contains(announced)) {
        return LateText.limited(text.replace(announced, words));
      }
    }
    return LateText.join(text, words);
  }
}
