package cn.wuye.hotline.backend.message;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that open what a notice is about without signing in. They are made when a message is
 * sent and are not kept with it. Implemented by whoever opens them.
 */
public interface Links {
  /**
   * A new address for this attempt; empty when there is none for such a notice.
   *
   * @param event code of what is told
   */
  Optional<String> link(Addressee to, String event, @Nullable TicketNumber ticket);
}
