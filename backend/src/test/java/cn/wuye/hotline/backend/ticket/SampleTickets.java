package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tickets for tests. */
public final class SampleTickets {
  private SampleTickets() {}

  /** A lift that is broken, told on the phone. */
  public static NewTicket draft(String call, @Nullable EstateId estate) {
    CallId id = new CallId(call);
    return new NewTicket(
        Optional.empty(),
        Origin.call(id),
        Channel.PHONE,
        Optional.of(id),
        new Contents(
            new Subject(Kind.COMPLAINT, "facilities", "lift", Urgency.GENERAL),
            new TicketPlace(estate, "3号楼", "2单元", "502", "三号楼"),
            new Reporter(null, "", new PhoneNumber("13800000001")),
            "三号楼的电梯又坏了🛗",
            false,
            false),
        Instant.parse("2026-03-01T02:03:04.567Z"));
  }

  /** The same with another text. */
  public static NewTicket withText(NewTicket draft, String text) {
    Contents contents = draft.contents();
    return new NewTicket(
        draft.number(),
        draft.origin(),
        draft.channel(),
        draft.call(),
        new Contents(
            contents.subject(),
            contents.place(),
            contents.reporter(),
            text,
            contents.unfinished(),
            contents.needsTranscript()),
        draft.openedAt());
  }
}
