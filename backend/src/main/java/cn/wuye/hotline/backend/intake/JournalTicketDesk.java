package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalException;
import cn.wuye.hotline.backend.intake.journal.JournalLine;
import cn.wuye.hotline.backend.intake.journal.JournalledCall;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.port.TicketDraft.Link;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Promises a ticket as soon as it is safe in the journal; whether the database has it already is
 * nothing the caller waits for longer than the budget.
 */
final class JournalTicketDesk implements TicketDesk {
  private static final Logger LOG = LoggerFactory.getLogger(JournalTicketDesk.class);

  private final Journal journal;
  private final TicketNumbers numbers;
  private final TicketEntering entering;
  private final DatabaseGate gate;
  private final Duration budget;
  private final Function<String, Duration> responseWithin;
  private final Clock clock;
  private final CallLocks locks = new CallLocks();

  /**
   * @param budget how long the database may keep a caller waiting
   * @param responseWithin by urgency
   */
  JournalTicketDesk(
      Journal journal,
      TicketNumbers numbers,
      TicketEntering entering,
      DatabaseGate gate,
      Duration budget,
      Function<String, Duration> responseWithin,
      Clock clock) {
    this.journal = journal;
    this.numbers = numbers;
    this.entering = entering;
    this.gate = gate;
    this.budget = budget;
    this.responseWithin = responseWithin;
    this.clock = clock;
  }

  @Override
  public OpenedTicket put(CallId call, TicketDraft draft) {
    String number = keep(call, draft);
    return new OpenedTicket(number, responseWithin.apply(draft.intent().urgency()));
  }

  private String keep(CallId call, TicketDraft draft) {
    JournalLine.Drafted line;
    ReentrantLock lock = locks.of(call);
    lock.lock();
    try {
      line = nextLine(call, draft);
      journal.append(call, line);
    } catch (JournalException e) {
      return enterWithoutJournal(call, draft, e);
    } finally {
      lock.unlock();
    }
    // Until the call's end: the dialog's thread is the call's own.
    MDC.put("ticket", line.number());
    try {
      gate.run(budget, () -> entering.enterWaiting(call));
    } catch (DatabaseAwayException e) {
      LOG.warn(
          "Call {}: ticket {} waits in the journal for the database ({})",
          call,
          line.number(),
          e.getMessage());
    } catch (RuntimeException e) {
      LOG.error(
          "Call {}: ticket {} was not accepted by the database; it waits in the journal and is tried"
              + " again",
          call,
          line.number(),
          e);
    }
    return line.number();
  }

  @Override
  public void served(CallId call) {
    append(call, new JournalLine.Served(clock.instant()), "what was answered may become a ticket");
  }

  @Override
  public void remember(CallId call, boolean agreed, Place place) {
    append(
        call,
        new JournalLine.Answered(clock.instant(), agreed, agreed ? place : Place.UNKNOWN),
        "her wish is not kept, she will be asked again");
  }

  private void append(CallId call, JournalLine line, String otherwise) {
    try {
      journal.append(call, line);
    } catch (JournalException e) {
      LOG.error("Call {}: {}; {}", call, e.getMessage(), otherwise);
    }
  }

  private JournalLine.Drafted nextLine(CallId call, TicketDraft draft) {
    JournalledCall known = journal.read(call).orElseGet(() -> JournalledCall.unknown(call));
    // One call has one ticket: who has her own already adds to no other.
    TicketDraft kept = draft.adds() && known.own().isPresent() ? draft.withLink(Link.NONE) : draft;
    return new JournalLine.Drafted(
        clock.instant(), known.number(kept, numbers::next), known.nextSequence(), false, kept);
  }

  /** The disk is full or gone: the database is the only place left. */
  private String enterWithoutJournal(CallId call, TicketDraft draft, JournalException disk) {
    LOG.error("Call {}: {}; its ticket goes straight to the database", call, disk.getMessage());
    String number = JournalledCall.unknown(call).number(draft, numbers::next);
    TicketEntry entry = new TicketEntry(call, number, Optional.empty(), clock.instant(), draft);
    return gate.run(budget, () -> entering.enter(entry));
  }
}
