package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalLine;
import cn.wuye.hotline.backend.intake.journal.JournalledCall;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the newest draft of a call from its journal into the database. */
final class TicketEntering {
  private static final Logger LOG = LoggerFactory.getLogger(TicketEntering.class);

  private final Journal journal;
  private final CallBook book;
  private final Clock clock;
  private final Consumer<CallId> onEntered;
  private final CallLocks locks = new CallLocks();

  /**
   * @param onEntered told when a ticket stands in the database; must return quickly
   */
  TicketEntering(Journal journal, CallBook book, Clock clock, Consumer<CallId> onEntered) {
    this.journal = journal;
    this.book = book;
    this.clock = clock;
    this.onEntered = onEntered;
  }

  /**
   * Enters what waits. Does nothing when nothing waits.
   *
   * @return whether a draft was entered now
   */
  boolean enterWaiting(CallId call) {
    ReentrantLock lock = locks.of(call);
    lock.lock();
    try {
      // Read under the lock: a slow attempt for an older draft must not come after this one.
      Optional<JournalledCall> known = journal.read(call).filter(JournalledCall::draftWaits);
      if (known.isEmpty()) {
        return false;
      }
      JournalLine.Drafted draft = known.get().draft().orElseThrow();
      enter(entry(known.get(), draft));
      journal.append(call, new JournalLine.Entered(clock.instant(), draft.sequence()));
      onEntered.accept(call);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Enters a ticket, whether the journal holds it or not.
   *
   * @return its number in the database
   */
  String enter(TicketEntry entry) {
    String number = book.enter(entry);
    if (number.equals(entry.number())) {
      LOG.info("Call {}: ticket {} is in the database", entry.call(), number);
    } else {
      LOG.error(
          "Call {}: the caller was told {}, but the database has her ticket as {}",
          entry.call(),
          entry.number(),
          number);
    }
    return number;
  }

  private static TicketEntry entry(JournalledCall call, JournalLine.Drafted draft) {
    return new TicketEntry(
        call.id(),
        draft.number(),
        call.started()
            .map(JournalLine.Started::caller)
            .filter(digits -> !digits.isEmpty())
            .map(PhoneNumber::new),
        call.started().map(JournalLine.Started::answeredAt).orElse(draft.at()),
        draft.draft());
  }
}
