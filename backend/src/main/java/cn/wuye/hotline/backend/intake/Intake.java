package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalException;
import cn.wuye.hotline.backend.intake.journal.JournalledCall;
import cn.wuye.hotline.backend.intake.journal.RejectedCall;
import cn.wuye.hotline.backend.intake.spool.Spool;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One round over everything that journal and spool hold: enters what waits, settles what is over.
 * Used by one thread at a time.
 */
final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /** So often a refused call is tried before a person has to look at it. */
  static final int ATTEMPTS = 5;

  private final Journal journal;
  private final Spool spool;
  private final CallsOver over;
  private final TicketEntering entering;
  private final Settlement settlement;
  private final DatabaseGate gate;
  private final Attempts attempts;
  private final Consumer<CallId> onSettled;

  Intake(
      Journal journal,
      Spool spool,
      CallsOver over,
      TicketEntering entering,
      Settlement settlement,
      DatabaseGate gate,
      Attempts attempts,
      Consumer<CallId> onSettled) {
    this.journal = journal;
    this.spool = spool;
    this.over = over;
    this.entering = entering;
    this.settlement = settlement;
    this.gate = gate;
    this.attempts = attempts;
    this.onSettled = onSettled;
  }

  /** How many calls were settled. */
  int round() {
    Set<CallId> rejected =
        journal.rejected().stream().map(RejectedCall::call).collect(Collectors.toSet());
    Set<CallId> calls = new LinkedHashSet<>(journal.atWork());
    calls.addAll(spool.calls());
    int settled = 0;
    for (CallId call : calls) {
      if (rejected.contains(call) || !attempts.mayTry(call)) {
        continue;
      }
      MDC.put("call", call.value());
      try {
        if (work(call)) {
          settled++;
        }
        attempts.forget(call);
      } catch (RuntimeException e) {
        if (DatabaseFailure.of(e) == DatabaseFailure.AWAY && !isDisk(e)) {
          LOG.debug("Call {} waits for the database: {}", call, e.getMessage());
          return settled;
        }
        failed(call, e);
      } finally {
        MDC.remove("call");
        MDC.remove("ticket");
      }
    }
    return settled;
  }

  private boolean work(CallId call) {
    Optional<JournalledCall> known = journal.read(call);
    known.flatMap(JournalledCall::draft).ifPresent(draft -> MDC.put("ticket", draft.number()));
    if (over.isOver(call, known, journal.lastWritten(call), spool.find(call))) {
      gate.run(
          () -> {
            settlement.settle(call);
            return call;
          });
      LOG.info("Call {} is settled", call);
      onSettled.accept(call);
      return true;
    }
    if (known.map(JournalledCall::draftWaits).orElse(false)) {
      gate.run(() -> entering.enterWaiting(call));
    }
    return false;
  }

  private void failed(CallId call, RuntimeException e) {
    int count = attempts.failed(call);
    boolean mayHelpToWait = isDisk(e) || DatabaseFailure.of(e) == DatabaseFailure.RETRY;
    if (mayHelpToWait || count < ATTEMPTS) {
      LOG.warn("Call {}: attempt {} to take it in failed, trying again", call, count, e);
      return;
    }
    LOG.error(
        "Call {}: given up after {} attempts, it waits for a person (GET /api/v1/intake/rejected)",
        call,
        count,
        e);
    journal.reject(call, String.valueOf(e));
    attempts.forget(call);
  }

  private static boolean isDisk(RuntimeException e) {
    return e instanceof JournalException || e instanceof UncheckedIOException;
  }
}
