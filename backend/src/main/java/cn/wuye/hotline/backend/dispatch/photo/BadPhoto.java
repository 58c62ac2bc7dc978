package cn.wuye.hotline.backend.dispatch.photo;

/** What was sent is no photo that can be kept. */
public final class BadPhoto extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  BadPhoto(String code) {
    super(code, null, false, false);
    this.code = code;
  }

  /** Names the sentence {@code photo.CODE}: {@code no-picture, broken, too-large-picture}. */
  public String code() {
    return code;
  }
}
