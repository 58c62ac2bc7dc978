package cn.wuye.hotline.backend.desk;

/**
 * A phone at which an agent can sit.
 *
 * @param extension digits
 * @param browser whether it is the page itself rather than a telephone on the desk
 */
public record DeskPhone(String extension, boolean browser) {
  /** As Asterisk rings it. */
  public String device() {
    return "PJSIP/" + extension;
  }
}
