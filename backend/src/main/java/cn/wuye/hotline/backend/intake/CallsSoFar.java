package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalException;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node's callers have told the machine so far: from the journal, a file for each call.
 */
public final class CallsSoFar {
  private static final Logger LOG = LoggerFactory.getLogger(CallsSoFar.class);

  private final Journal journal;

  CallsSoFar(Journal journal) {
    this.journal = journal;
  }

  /** Empty when the machine has not talked with her here, or the disk refuses. */
  public Optional<CallSoFar> of(CallId call) {
    try {
      return journal.read(call).map(CallSoFar::of);
    } catch (JournalException e) {
      LOG.warn("Call {}: what she said cannot be shown: {}", call, e.getMessage());
      return Optional.empty();
    }
  }
}
