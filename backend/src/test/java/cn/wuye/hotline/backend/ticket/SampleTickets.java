package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Tickets for tests. */
public final class SampleTickets {
  private SampleTickets() {}

  private static final AtomicLong CALLS = new AtomicLong();

  /** A call id that was never used. */
  public static String newCall() {
    return "node-1-1763800000." + CALLS.incrementAndGet() + "-" + UUID.randomUUID().hashCode();
  }

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

  /** The same with other contents. */
  public static NewTicket with(NewTicket draft, Contents contents) {
    return new NewTicket(
        draft.number(), draft.origin(), draft.channel(), draft.call(), contents, draft.openedAt());
  }

  /** The same, made at another time. */
  public static NewTicket at(NewTicket draft, Instant openedAt) {
    return new NewTicket(
        draft.number(), draft.origin(), draft.channel(), draft.call(), draft.contents(), openedAt);
  }

  /** The same with another text. */
  public static NewTicket withText(NewTicket draft, String text) {
    Contents contents = draft.contents();
    return with(
        draft,
        new Contents(
            contents.subject(),
            contents.place(),
            contents.reporter(),
            text,
            contents.unfinished(),
            contents.needsTranscript()));
  }

  /** The draft's contents in another category. */
  static Contents category(NewTicket draft, String category, String subcategory) {
    Subject subject = draft.contents().subject();
    return with(
        draft.contents(), new Subject(subject.kind(), category, subcategory, subject.urgency()));
  }

  /** The contents, but urgent. */
  static Contents urgent(Contents contents) {
    Subject subject = contents.subject();
    return with(
        contents,
        new Subject(subject.kind(), subject.category(), subject.subcategory(), Urgency.URGENT));
  }

  private static Contents with(Contents contents, Subject subject) {
    return new Contents(
        subject,
        contents.place(),
        contents.reporter(),
        contents.text(),
        contents.unfinished(),
        contents.needsTranscript());
  }
}
