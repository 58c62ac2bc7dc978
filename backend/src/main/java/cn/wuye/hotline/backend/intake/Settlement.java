package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalLine;
import cn.wuye.hotline.backend.intake.journal.JournalledCall;
import cn.wuye.hotline.backend.intake.spool.CallSheet;
import cn.wuye.hotline.backend.intake.spool.Spool;
import cn.wuye.hotline.backend.intake.spool.SpooledCall;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings everything of a call that is over into the database and the recording store, then tidies
 * up. Every step may be done again: the journal tells how far it came, and nothing is removed
 * before the journal says that all of it is kept.
 */
final class Settlement {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private final Journal journal;
  private final Spool spool;
  private final SoundExamination examination;
  private final LateDrafts lateDrafts;
  private final TicketNumbers numbers;
  private final TicketEntering entering;
  private final CallBook book;
  private final CallLocks soundLocks;
  private final Clock clock;
  private final Checkpoint checkpoint;

  Settlement(
      Journal journal,
      Spool spool,
      SoundExamination examination,
      LateDrafts lateDrafts,
      TicketNumbers numbers,
      TicketEntering entering,
      CallBook book,
      CallLocks soundLocks,
      Clock clock,
      Checkpoint checkpoint) {
    this.journal = journal;
    this.spool = spool;
    this.examination = examination;
    this.lateDrafts = lateDrafts;
    this.numbers = numbers;
    this.entering = entering;
    this.book = book;
    this.soundLocks = soundLocks;
    this.clock = clock;
    this.checkpoint = checkpoint;
  }

  /** Settles a call that is over. */
  void settle(CallId call) {
    Optional<SpooledCall> spooled = spool.find(call);
    if (journal.read(call).flatMap(JournalledCall::started).isEmpty()) {
      open(call, spooled);
    }
    JournalledCall known = journal.read(call).orElseThrow();
    if (!known.settled()) {
      keep(known, spooled);
      passed(call, "settled", new JournalLine.Settled(clock.instant()));
    }
    spool.remove(call);
    checkpoint.passed(call, "spool removed");
    journal.moveToDone(call);
    checkpoint.passed(call, "journal laid aside");
  }

  /** Gives the call a journal: it never met the application, or something turned up late. */
  private void open(CallId call, Optional<SpooledCall> spooled) {
    if (journal.isDone(call)) {
      LOG.info("Call {}: more of it turned up in the spool, settling it again", call);
      journal.takeBack(call, clock.instant(), "more turned up in the spool");
      return;
    }
    CallSheet sheet = sheet(spooled);
    Instant at = clock.instant();
    Instant answered = sheet.started().or(() -> spooled.map(SpooledCall::lastChanged)).orElse(at);
    passed(
        call,
        "opened",
        new JournalLine.Started(
            at,
            sheet.caller().map(PhoneNumber::digits).orElse(""),
            sheet.dialled(),
            answered,
            sheet.sipCallId(),
            true));
  }

  private void keep(JournalledCall known, Optional<SpooledCall> spooled) {
    CallId call = known.id();
    CallSheet sheet = sheet(spooled);
    Instant answered = answeredAt(known, sheet);
    Sounds sounds = examination.examine(call, spooled, answered);
    lateDrafts
        .missing(known, sheet, sounds)
        .ifPresent(
            draft -> {
              String number = known.number(draft, numbers::next);
              LOG.info("Call {}: its dialog left something out, ticket {} tells it", call, number);
              passed(
                  call,
                  "drafted",
                  new JournalLine.Drafted(
                      clock.instant(), number, known.nextSequence(), true, draft));
            });
    entering.enterWaiting(call);
    checkpoint.passed(call, "ticket entered");
    book.enter(callEntry(known, sheet, answered, spooled.flatMap(SpooledCall::ended)));
    checkpoint.passed(call, "call entered");
    memory(known, sheet).ifPresent(book::enter);
    checkpoint.passed(call, "memory entered");
    ReentrantLock lock = soundLocks.of(call);
    lock.lock();
    try {
      for (SoundEntry sound : sounds.usable()) {
        book.enter(sound);
        checkpoint.passed(call, "sound entered");
      }
    } finally {
      lock.unlock();
    }
  }

  private static Optional<MemoryEntry> memory(JournalledCall known, CallSheet sheet) {
    return known
        .memory()
        .flatMap(
            answer ->
                caller(known, sheet)
                    .map(
                        caller ->
                            new MemoryEntry(
                                known.id(),
                                caller,
                                answer.agreed(),
                                answer.place(),
                                known.dialect(),
                                answer.at())));
  }

  private static Optional<PhoneNumber> caller(JournalledCall known, CallSheet sheet) {
    return known
        .started()
        .map(JournalLine.Started::caller)
        .filter(digits -> !digits.isEmpty())
        .map(PhoneNumber::new)
        .or(sheet::caller);
  }

  private CallEntry callEntry(
      JournalledCall known, CallSheet sheet, Instant answered, Optional<Instant> ended) {
    Optional<JournalLine.Started> started = known.started();
    return new CallEntry(
        known.id(),
        caller(known, sheet),
        started.map(JournalLine.Started::dialled).orElse(sheet.dialled()),
        started.map(JournalLine.Started::sipCallId).orElse(sheet.sipCallId()),
        answered,
        ended.or(() -> journal.lastWritten(known.id())).orElse(answered),
        known.turns());
  }

  private static Instant answeredAt(JournalledCall known, CallSheet sheet) {
    return known
        .started()
        .map(JournalLine.Started::answeredAt)
        .or(sheet::started)
        .orElse(Instant.EPOCH);
  }

  private static CallSheet sheet(Optional<SpooledCall> spooled) {
    return spooled.map(SpooledCall::sheet).orElse(CallSheet.EMPTY);
  }

  private void passed(CallId call, String step, JournalLine line) {
    journal.append(call, line);
    journal.release(call);
    checkpoint.passed(call, step);
  }
}
