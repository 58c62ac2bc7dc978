package cn.wuye.hotline.backend.message.channel;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.regex.Pattern;

/** Addresses with their middle hidden: for screens, and for what providers say. */
public final class Masked {
  private static final int MOST = 300;
  private static final int SHORT = 11;
  // From seven digits on, as short as numbers are abroad; with a plus also in groups.
  private static final Pattern NUMBER = Pattern.compile("\\+[0-9](?:[ -]?[0-9]){6,14}|[0-9]{7,15}");
  private static final Pattern MAIL = Pattern.compile("([A-Za-z0-9])[A-Za-z0-9._%+-]*@");

  private Masked() {}

  /** Of a short number four digits at its end would be most of it. */
  private static String hidden(String number) {
    int length = number.length();
    return length < SHORT
        ? number.substring(0, 2) + "*".repeat(length - 4) + number.substring(length - 2)
        : new PhoneNumber(number).masked();
  }

  /** A text in which numbers and e-mail addresses may stand, shortened to 300 characters. */
  public static String text(String text) {
    String numbers = NUMBER.matcher(text).replaceAll(n -> hidden(n.group().replaceAll("[ -]", "")));
    return Text.fitted(MAIL.matcher(numbers).replaceAll("$1***@").strip(), MOST);
  }
}
