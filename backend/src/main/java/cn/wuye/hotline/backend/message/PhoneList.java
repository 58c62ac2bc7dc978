package cn.wuye.hotline.backend.message;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.port.SpokenMessage.Ask;
import cn.wuye.hotline.ivr.port.SpokenMessage.Reply;
import java.util.Optional;
import java.util.Set;

/**
 * Notices by phone that somebody has to answer for: who does not confirm is followed by the next in
 * a list. Implemented, once for each such list, by whoever gives work to people.
 */
public interface PhoneList {
  /** Whether notices of this event are phoned along a list. */
  boolean covers(String event);

  /** What the key means, of those who are phoned along it. */
  Ask ask();

  /**
   * Whether anybody needs to be phoned (any more).
   *
   * @param notice key of the notice that began it
   */
  boolean open(TicketNumber ticket, String notice);

  /** Somebody presses the key: in the transaction of the caller. */
  Reply confirm(TicketNumber ticket, String login);

  /**
   * Who is phoned next.
   *
   * @param phoned logins of those who have been
   * @return empty when there is nobody left
   */
  Optional<String> next(TicketNumber ticket, Set<String> phoned);
}
