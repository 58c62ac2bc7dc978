package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Timeline;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who has confirmed that he finds somebody for a ticket that is with nobody. */
@Component
class Care {
  private final Timeline timeline;

  Care(Timeline timeline) {
    this.timeline = timeline;
  }

  /** His login; empty when nobody has, or somebody has had the ticket since. */
  Optional<String> of(TicketNumber ticket) {
    return timeline.of(ticket).stream()
        .filter(Care::decides)
        .reduce((earlier, later) -> later)
        .filter(last -> last.kind().equals("care-taken"))
        .map(last -> String.valueOf(last.details().get("login")));
  }

  private static boolean decides(TicketEvent event) {
    return switch (event.kind()) {
      case "care-taken", "assigned", "job-accepted" -> true;
      default -> false;
    };
  }
}
