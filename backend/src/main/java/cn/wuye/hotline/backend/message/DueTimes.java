package cn.wuye.hotline.backend.message;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * By when somebody must have done what a notice gives him. Asked when the message is sent, because
 * a job's clocks begin after it was given. Implemented by whoever keeps such times.
 */
public interface DueTimes {
  /**
   * The moment; empty when this one knows none for such a notice.
   *
   * @param event code of what is told
   */
  Optional<Instant> due(Addressee to, String event, TicketNumber ticket);
}
