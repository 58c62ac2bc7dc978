package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.Optional;

/**
 * What a ticket came from; a repeat of the same origin finds the first ticket.
 *
 * @param key unique over all channels, 1–190 characters
 */
public record Origin(String key) {
  private static final String IMPORT = "import:";

  public Origin {
    if (key.isBlank() || key.length() > 190) {
      throw new IllegalArgumentException("an origin key has 1 to 190 characters");
    }
  }

  /** One call, one ticket. */
  public static Origin call(CallId call) {
    return new Origin("call:" + call.value());
  }

  /**
   * Any other channel.
   *
   * @param channel its code
   * @param id what that channel knows it by: message id, event id, form id
   */
  public static Origin of(String channel, String id) {
    return new Origin(channel + ":" + id);
  }

  /**
   * A ticket of an older system.
   *
   * @param system what it is called; no ':' in it
   * @param number the ticket's number there
   */
  public static Origin imported(String system, String number) {
    return new Origin(IMPORT + system + ":" + number);
  }

  /** The number that an older system gave it. */
  public Optional<String> importedNumber() {
    return key.startsWith(IMPORT)
        ? Optional.of(key.substring(key.indexOf(':', IMPORT.length()) + 1))
        : Optional.empty();
  }
}
