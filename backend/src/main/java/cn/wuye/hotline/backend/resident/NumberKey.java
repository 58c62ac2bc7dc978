package cn.wuye.hotline.backend.resident;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One spelling for each number: carriers show a mobile as 138…, 0138…, 86138… or +86138…. */
public final class NumberKey {
  private static final int MOBILE_DIGITS = 11;

  private NumberKey() {}

  /** The key; the same for every spelling. */
  public static String of(PhoneNumber number) {
    String digits = number.digits().replaceFirst("^(\\+86|0086)", "");
    if (digits.startsWith("86") && isMobile(digits.substring(2))) {
      return digits.substring(2);
    }
    return digits.startsWith("0") && isMobile(digits.substring(1)) ? digits.substring(1) : digits;
  }

  /** All spellings under which the number may have been kept. */
  public static Set<String> spellings(PhoneNumber number) {
    String key = of(number);
    Set<String> spellings = new LinkedHashSet<>(List.of(key, number.digits()));
    if (isMobile(key)) {
      spellings.addAll(List.of("0" + key, "86" + key, "+86" + key, "0086" + key));
    }
    return spellings;
  }

  private static boolean isMobile(String digits) {
    return digits.length() == MOBILE_DIGITS && digits.startsWith("1");
  }
}
