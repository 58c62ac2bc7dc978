package cn.wuye.hotline.backend.message.contact;

import cn.wuye.hotline.backend.message.template.Language;

/**
 * How a member of staff is reached.
 *
 * @param mobile empty string when not known
 * @param email empty string when not known
 */
public record StaffContact(String mobile, String email, Language language) {
  /** Of whom nothing is known. */
  public static final StaffContact UNKNOWN = new StaffContact("", "", Language.CHINESE);

  /** Without addresses: this may reach a log. */
  @Override
  public String toString() {
    return "StaffContact[mobile=" + !mobile.isEmpty() + ", email=" + !email.isEmpty() + "]";
  }
}
