package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalException;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.router.ami.SentCallers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What callers have told the machine so far: from the journal, a file for each call of this node;
 * of a call that another node has sent to the agents here, from the ticket that it has already.
 */
public final class CallsSoFar {
  private static final Logger LOG = LoggerFactory.getLogger(CallsSoFar.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Journal journal;
  private final String node;
  private final Function<CallId, Optional<Ticket>> tickets;
  private final DatabaseGate gate;

  /**
   * @param node this one's id, with which the ids of its calls begin
   * @param tickets finds the ticket of a call
   */
  CallsSoFar(
      Journal journal, String node, Function<CallId, Optional<Ticket>> tickets, DatabaseGate gate) {
    this.journal = journal;
    this.node = node;
    this.tickets = tickets;
    this.gate = gate;
  }

  /** Empty when the machine has not talked with her, or the disk or the database refuses. */
  public Optional<CallSoFar> of(CallId call) {
    try {
      return journal.read(call).map(CallSoFar::of).or(() -> elsewhere(call));
    } catch (JournalException e) {
      LOG.warn("Call {}: what she said cannot be shown: {}", call, e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<CallSoFar> elsewhere(CallId call) {
    if (!SentCallers.sentTo(node, call.value())) {
      return Optional.empty();
    }
    try {
      return gate.run(PATIENCE, () -> tickets.apply(call)).map(CallSoFar::of);
    } catch (DatabaseAwayException e) {
      LOG.warn("Call {}: what she said at her node cannot be shown: {}", call, e.getMessage());
      return Optional.empty();
    }
  }
}
