package cn.wuye.hotline.backend.ticket.search;

/** Texts in the form in which tickets are searched, for what is searched otherwise. */
public final class FoldedText {
  private FoldedText() {}

  /**
   * Letters and digits only: half-width, lower case, simplified; everything between them one blank.
   */
  public static String runs(String text) {
    return Folded.of(text).runs();
  }
}
