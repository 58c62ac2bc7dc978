package cn.wuye.hotline.backend.recording;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Recordings for those who may see their call: it goes by the call's ticket. */
@Component
public class RecordingAccess {
  private final Recordings recordings;
  private final Tickets tickets;

  RecordingAccess(Recordings recordings, Tickets tickets) {
    this.recordings = recordings;
    this.tickets = tickets;
  }

  /** The recording, if it is there for the one who asks. */
  public Optional<Recording> find(long id, EstateScope scope) {
    return recordings.find(id).filter(recording -> sees(scope, recording.call()));
  }

  /** The recordings of a call, if they are there for the one who asks. */
  public List<Recording> of(CallId call, EstateScope scope) {
    return sees(scope, call) ? recordings.of(call) : List.of();
  }

  private boolean sees(EstateScope scope, CallId call) {
    Optional<Ticket> ticket = tickets.ofCall(call);
    return ticket.isPresent()
        ? scope.sees(ticket.get().contents().place().estateId())
        : scope.unplaced();
  }
}
