package cn.wuye.hotline.backend.recording;

import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.Tickets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A ticket that is entered after its recordings (from the journal) is told of them, too. */
@Component
class EarlierRecordings {
  private final Recordings recordings;
  private final Tickets tickets;

  EarlierRecordings(Recordings recordings, Tickets tickets) {
    this.recordings = recordings;
    this.tickets = tickets;
  }

  @EventListener
  void opened(TicketHappened event) {
    if (event.what() instanceof Happening.Opened opened) {
      opened
          .call()
          .ifPresent(
              call ->
                  recordings
                      .of(call)
                      .forEach(
                          recording ->
                              tickets.note(
                                  event.ticket(),
                                  Actor.system("recording"),
                                  Recordings.added(recording))));
    }
  }
}
