package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes down who read a ticket and who listened to a recording. Reading the same again within half
 * an hour is the same reading.
 */
@Component
class Reads {
  private static final Duration SAME_READING = Duration.ofMinutes(30);
  private static final int REMEMBERED = 10_000;

  private final Tickets tickets;
  private final Clock clock;
  private final Map<String, Instant> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  Reads(Tickets tickets, Clock clock) {
    this.tickets = tickets;
    this.clock = clock;
  }

  void viewed(TicketNumber ticket, SignedInUser reader) {
    note(ticket, reader, "view", new Happening.Viewed());
  }

  void played(TicketNumber ticket, long recording, SignedInUser reader) {
    note(ticket, reader, "play " + recording, new Happening.RecordingPlayed(recording));
  }

  private void note(TicketNumber ticket, SignedInUser reader, String what, Happening happening) {
    if (isNew(ticket + " " + reader.id() + " " + what)) {
      tickets.note(ticket, Actor.user(reader.getUsername()), happening);
    }
  }

  private boolean isNew(String reading) {
    Instant now = clock.instant();
    synchronized (recent) {
      Instant before = recent.remove(reading);
      boolean same = before != null && now.isBefore(before.plus(SAME_READING));
      recent.put(reading, same && before != null ? before : now);
      return !same;
    }
  }
}
