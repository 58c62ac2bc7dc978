package cn.wuye.hotline.backend.directory;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;

/** One spelling for each number: carriers show a mobile as 138…, 0138…, 86138… or +86138…. */
final class NumberKey {
  private static final int MOBILE_DIGITS = 11;

  private NumberKey() {}

  static String of(PhoneNumber number) {
    String digits = number.digits().replaceFirst("^(\\+86|0086)", "");
    if (digits.startsWith("86") && isMobile(digits.substring(2))) {
      return digits.substring(2);
    }
    return digits.startsWith("0") && isMobile(digits.substring(1)) ? digits.substring(1) : digits;
  }

  private static boolean isMobile(String digits) {
    return digits.length() == MOBILE_DIGITS && digits.startsWith("1");
  }
}
