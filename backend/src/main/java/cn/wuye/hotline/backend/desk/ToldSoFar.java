package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalException;
import cn.wuye.hotline.backend.intake.journal.JournalLine;
import cn.wuye.hotline.backend.intake.journal.JournalledCall;
import cn.wuye.hotline.backend.intake.spool.Spool;
import cn.wuye.hotline.backend.queue.callback.CallBacks;
import cn.wuye.hotline.backend.queue.callback.Place;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a call has told: while it goes on from this node's journal, afterwards from the database,
 * and where the application was dead from what Asterisk alone wrote; of a call that another node
 * has sent from its ticket. Of a call-back it is what she told in the call in which she waited.
 */
@Component
class ToldSoFar {
  private static final Logger LOG = LoggerFactory.getLogger(ToldSoFar.class);

  private final Journal journal;
  private final Spool spool;
  private final Calls calls;
  private final CallBacks callBacks;
  private final Tickets tickets;

  ToldSoFar(Journal journal, Spool spool, Calls calls, CallBacks callBacks, Tickets tickets) {
    this.journal = journal;
    this.spool = spool;
    this.calls = calls;
    this.callBacks = callBacks;
    this.tickets = tickets;
  }

  Told of(CallId call) {
    return callBacks.of(call.value()).map(this::calledBack).orElseGet(() -> called(call));
  }

  private Told calledBack(Place kept) {
    Told waited =
        Optional.of(kept.callId())
            .filter(CallId::isValid)
            .map(CallId::new)
            .map(this::called)
            .orElse(Told.NOTHING);
    return new Told(Optional.of(kept.phone()), waited.answeredAt(), waited.turns(), waited.draft());
  }

  private Told called(CallId call) {
    return journalled(call)
        .or(() -> kept(call))
        .or(() -> spooled(call))
        .or(() -> elsewhere(call))
        .orElse(Told.NOTHING);
  }

  private Optional<Told> journalled(CallId call) {
    try {
      return journal.read(call).map(ToldSoFar::told);
    } catch (JournalException e) {
      LOG.warn("Call {}: what she said cannot be read now: {}", call, e.getMessage());
      return Optional.empty();
    }
  }

  private static Told told(JournalledCall call) {
    return new Told(
        call.started()
            .map(JournalLine.Started::caller)
            .filter(digits -> !digits.isEmpty())
            .map(PhoneNumber::new),
        call.started().map(JournalLine.Started::answeredAt),
        call.turns(),
        call.draft().map(JournalLine.Drafted::draft));
  }

  private Optional<Told> kept(CallId call) {
    Optional<CallRecord> known = calls.find(call);
    return known.map(
        record ->
            new Told(
                record.caller(),
                Optional.of(record.answeredAt()),
                calls.turns(call),
                Optional.empty()));
  }

  /** Her own node keeps the call when it is over; its ticket stands there already. */
  private Optional<Told> elsewhere(CallId call) {
    return tickets
        .ofCall(call)
        .map(
            ticket ->
                new Told(
                    Optional.ofNullable(ticket.contents().reporter().phone()),
                    Optional.of(ticket.openedAt()),
                    Told.NOTHING.turns(),
                    Optional.empty()));
  }

  private Optional<Told> spooled(CallId call) {
    return spool
        .find(call)
        .map(
            files ->
                new Told(
                    files.sheet().caller(),
                    files.sheet().started(),
                    Told.NOTHING.turns(),
                    Optional.empty()));
  }
}
