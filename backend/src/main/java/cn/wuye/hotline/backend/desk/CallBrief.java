package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.Transcript;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.ivr.port.KnownIncident;
import java.util.List;
import java.util.Optional;

/**
 * What an agent sees of a call before she says hello.
 *
 * @param residents who may be calling, by the number
 * @param dialect that she prefers, BCP 47-like; empty while unknown
 * @param own the ticket that the call has already
 * @param open her tickets that are being worked on, the newest first
 * @param past the others
 * @param scores the newest first
 * @param transcripts of the recordings
 * @param incident what is known to go on where she lives
 * @param scope what the agent may see and write for this call: her own estates, and the caller's
 */
public record CallBrief(
    DeskCall call,
    Told told,
    List<Resident> residents,
    String dialect,
    Optional<Ticket> own,
    List<TicketRow> open,
    List<TicketRow> past,
    List<EarlierScore> scores,
    List<Recording> recordings,
    List<Transcript> transcripts,
    Optional<KnownIncident> incident,
    EstateScope scope) {
  public CallBrief {
    residents = List.copyOf(residents);
    open = List.copyOf(open);
    past = List.copyOf(past);
    scores = List.copyOf(scores);
    recordings = List.copyOf(recordings);
    transcripts = List.copyOf(transcripts);
  }
}
