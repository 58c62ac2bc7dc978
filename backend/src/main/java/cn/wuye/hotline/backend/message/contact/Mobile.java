package cn.wuye.hotline.backend.message.contact;

import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.Optional;

/** Numbers that an SMS can go to. */
public final class Mobile {
  private Mobile() {}

  /**
   * The number in international form; empty for landlines, which get no SMS. A number with another
   * country's code is taken as it is.
   */
  public static Optional<String> international(PhoneNumber number) {
    String key = NumberKey.of(number);
    if (key.matches("1[3-9][0-9]{9}")) {
      return Optional.of("+86" + key);
    }
    return number.digits().matches("\\+(?!86)[0-9]{7,15}")
        ? Optional.of(number.digits())
        : Optional.empty();
  }
}
