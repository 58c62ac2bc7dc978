package cn.wuye.hotline.backend.message.contact;

import cn.wuye.hotline.backend.message.template.Language;

/**
 * How a resident wishes to be told.
 *
 * @param email empty string when not known
 * @param optedOut gets emergencies only
 * @param byPhone wants messages read to her
 */
public record ResidentContact(String email, Language language, boolean optedOut, boolean byPhone) {
  /** Who wishes nothing in particular. */
  public static final ResidentContact USUAL =
      new ResidentContact("", Language.CHINESE, false, false);

  /** Without the address: this may reach a log. */
  @Override
  public String toString() {
    return "ResidentContact["
        + language.code()
        + ", optedOut="
        + optedOut
        + ", byPhone="
        + byPhone
        + "]";
  }
}
