package cn.wuye.hotline.backend.live;

import cn.wuye.hotline.backend.estate.EstateId;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a ticket.
 *
 * @param id of the timeline's entry, for {@code Last-Event-ID}
 * @param kind as in the timeline
 * @param estate decides who is told; null while unknown
 */
record LiveEvent(long id, String ticket, String kind, @Nullable EstateId estate) {

  /** What is sent: no personal data, the screen asks for the rest with its own rights. */
  String json() {
    return "{\"id\":" + id + ",\"ticket\":\"" + ticket + "\",\"kind\":\"" + kind + "\"}";
  }
}
