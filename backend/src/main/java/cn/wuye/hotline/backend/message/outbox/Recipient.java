package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.message.template.Medium;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is told, as is known at the time of sending.
 *
 * @param addresses by medium, those that are known
 * @param phone where she can be phoned; null when not known
 * @param byPhone whether she wants messages read to her, and can be phoned
 * @param resident whether quiet hours, pace and opting out are hers
 */
record Recipient(
    Map<Medium, String> addresses,
    @Nullable PhoneNumber phone,
    boolean byPhone,
    Language language,
    boolean resident,
    boolean optedOut) {
  Recipient {
    addresses = Map.copyOf(addresses);
  }

  /** Without addresses: this may reach a log. */
  @Override
  public String toString() {
    return "Recipient" + addresses.keySet();
  }
}
