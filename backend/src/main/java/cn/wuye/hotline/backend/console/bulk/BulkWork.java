package cn.wuye.hotline.backend.console.bulk;

import cn.wuye.hotline.backend.console.ChangeSentences;
import cn.wuye.hotline.backend.console.JobTakers;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.idempotency.Answer;
import cn.wuye.hotline.backend.idempotency.Idempotency;
import cn.wuye.hotline.backend.idempotency.IdempotentRequest;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketChanges.Wish;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does a deed to one ticket after the other, each as on its own page and in a transaction of its
 * own, on the version that the preview showed. What was done under the same key before is not done
 * again.
 */
@Component
class BulkWork {
  private static final Logger log = LoggerFactory.getLogger(BulkWork.class);
  private static final Answer DONE = new Answer(200, "", "");

  private final TicketChanges changes;
  private final JobTakers takers;
  private final ChangeSentences sentences;
  private final Idempotency idempotency;
  private final Labels labels;

  BulkWork(
      TicketChanges changes,
      JobTakers takers,
      ChangeSentences sentences,
      Idempotency idempotency,
      Labels labels) {
    this.changes = changes;
    this.takers = takers;
    this.sentences = sentences;
    this.idempotency = idempotency;
    this.labels = labels;
  }

  /**
   * How it went.
   *
   * @param problem why it was not done; empty when it was
   * @param before whether it was done before, so that nothing was to be done now
   */
  record Result(Optional<String> problem, boolean before) {}

  /**
   * @param key of the preview
   */
  Result does(Deed deed, Picked picked, String key, SignedInUser me) {
    AtomicBoolean now = new AtomicBoolean();
    try {
      idempotency.once(
          IdempotentRequest.of("bulk:" + me.id(), key + "/" + picked.number(), deed + " " + picked),
          () -> {
            now.set(true);
            done(deed, picked, me)
                .ifPresent(
                    problem -> {
                      throw new Undone(problem);
                    });
            return DONE;
          });
      return new Result(Optional.empty(), !now.get());
    } catch (Undone undone) {
      return new Result(Optional.of(undone.problem), false);
    } catch (RuntimeException unexpected) {
      // The others are done all the same.
      log.error("ticket {} is left as it was: {}", picked.number(), deed, unexpected);
      return new Result(Optional.of(labels.text("bulk.failed")), false);
    }
  }

  private Optional<String> done(Deed deed, Picked picked, SignedInUser me) {
    if (deed instanceof Deed.Give give) {
      return sentences.of(
          takers.give(picked.number(), picked.version(), give.to(), give.reason(), me));
    }
    Wish wish =
        new Wish(picked.number(), picked.version(), Actor.user(me.getUsername()), me.scope());
    if (deed instanceof Deed.Hurry hurry) {
      return sentences.of(hurry(wish, hurry));
    }
    if (deed instanceof Deed.Move move) {
      return sentences.of(
          move.duty()
              .map(duty -> changes.decline(wish, duty, move.words()))
              .orElseGet(() -> changes.apply(wish, move.verb(), move.words())));
    }
    return sentences.of(note(wish, ((Deed.Note) deed).words()));
  }

  /** The reason stands beside the change. */
  private ChangeResult hurry(Wish wish, Deed.Hurry hurry) {
    ChangeResult result = changes.amend(wish, hurry::over);
    return result instanceof ChangeResult.Done
        ? note(
            wish,
            labels.text(
                "bulk.urgency.note", labels.name("urgency", hurry.urgency()), hurry.reason()))
        : result;
  }

  private ChangeResult note(Wish wish, String words) {
    return changes.note(wish.number(), words, wish.actor(), wish.scope());
  }

  /** Ends the transaction of a deed that was not done, so that its key is free again. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String problem;

    Undone(String problem) {
      super(problem, null, false, false);
      this.problem = problem;
    }
  }
}
