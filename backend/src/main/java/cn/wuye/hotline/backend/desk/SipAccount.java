package cn.wuye.hotline.backend.desk;

/**
 * With what a page registers as a phone.
 *
 * @param extension its name and its number
 * @param password never logged
 */
public record SipAccount(String extension, String password) {
  @Override
  public String toString() {
    return "SipAccount[" + extension + "]";
  }
}
