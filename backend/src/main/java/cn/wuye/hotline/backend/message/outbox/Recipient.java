package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.message.template.Medium;
import java.util.Map;

/**
 * Who is told, as is known at the time of sending.
 *
 * @param addresses by medium, those that are known
 * @param resident whether quiet hours, pace and opting out are hers
 */
record Recipient(
    Map<Medium, String> addresses, Language language, boolean resident, boolean optedOut) {
  Recipient {
    addresses = Map.copyOf(addresses);
  }

  /** Without addresses: this may reach a log. */
  @Override
  public String toString() {
    return "Recipient" + addresses.keySet();
  }
}
