package cn.wuye.hotline.backend.model;

/** A model cannot be fetched, kept or used; the message says why and what to do. */
public final class ModelRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public ModelRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
