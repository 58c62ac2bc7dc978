package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.ivr.conversation.CallId;

/**
 * What a ticket came from; a repeat of the same origin finds the first ticket.
 *
 * @param key unique over all channels, 1–190 characters
 */
public record Origin(String key) {
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
}
