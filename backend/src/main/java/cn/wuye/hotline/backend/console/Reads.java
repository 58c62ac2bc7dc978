package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.audit.Readings;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes down who read a ticket and who listened to a recording, the latter in the audit, too. */
@Component
public class Reads {
  private final Tickets tickets;
  private final Readings readings;

  Reads(Tickets tickets, Readings readings) {
    this.tickets = tickets;
    this.readings = readings;
  }

  /** A ticket was looked at; once in a while. */
  public void viewed(TicketNumber ticket, SignedInUser reader) {
    if (readings.isNew(ticket + " " + reader.id() + " view")) {
      tickets.note(ticket, Actor.user(reader.getUsername()), new Happening.Viewed());
    }
  }

  void played(TicketNumber ticket, long recording, SignedInUser reader) {
    if (readings.record(
        Audit.user(reader.getUsername()),
        AuditAction.RECORDING_PLAYED,
        "recording:" + recording,
        Map.of("ticket", ticket.toString()))) {
      tickets.note(
          ticket, Actor.user(reader.getUsername()), new Happening.RecordingPlayed(recording));
    }
  }
}
