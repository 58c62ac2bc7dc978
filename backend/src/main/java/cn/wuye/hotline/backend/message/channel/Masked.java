package cn.wuye.hotline.backend.message.channel;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.regex.Pattern;

/** Addresses with their middle hidden: for screens, and for what providers say. */
public final class Masked {
  private static final int MOST = 300;
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{11,15}");
  private static final Pattern MAIL = Pattern.compile("([A-Za-z0-9])[A-Za-z0-9._%+-]*@");

  private Masked() {}

  /** A text in which numbers and e-mail addresses may stand, shortened to 300 characters. */
  public static String text(String text) {
    String numbers = NUMBER.matcher(text).replaceAll(n -> new PhoneNumber(n.group()).masked());
    return Text.fitted(MAIL.matcher(numbers).replaceAll("$1***@").strip(), MOST);
  }
}
