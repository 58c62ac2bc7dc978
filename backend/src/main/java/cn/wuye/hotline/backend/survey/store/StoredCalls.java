package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.outbound.NumberCalls;
import cn.wuye.hotline.backend.outbound.PhoneUse;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.CallPlan;
import cn.wuye.hotline.backend.survey.PlannedCall;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plan of calls as the database has it: under the one switch, each call counted for its number.
 *
 * @param <D> a row that is due
 */
public abstract class StoredCalls<D> implements CallPlan {
  private static final Logger log = LoggerFactory.getLogger(StoredCalls.class);
  private static final Duration LATER = Duration.ofHours(1);

  private final CallRows attempts;
  private final SurveySwitch paused;
  private final NumberCalls calls;
  private final Transactions transactions;
  private final Clock clock;

  protected StoredCalls(
      CallRows attempts,
      SurveySwitch paused,
      NumberCalls calls,
      Transactions transactions,
      Clock clock) {
    this.attempts = attempts;
    this.paused = paused;
    this.calls = calls;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A number that is called.
   *
   * @param use which call for what
   */
  public record Called(PhoneNumber number, PhoneUse use) {}

  /** The rows that are due, in the order of the calls. */
  protected abstract List<D> rows(Instant now, int most);

  /** The id of what is due. */
  protected abstract long id(D due);

  /** Whether it may be called for now; what may not is moved to when it may, or left out. */
  protected abstract Optional<PlannedCall> callable(D due, Instant now);

  /** It is due later, unless somebody has changed that meanwhile. */
  protected abstract void move(D due, Instant to);

  /** Takes one that is planned and due; of several who try, one does. */
  protected abstract boolean take(long id, String node, Instant now, Instant until);

  /** Whom the call goes to that was just taken; empty when there is no number any more. */
  protected abstract Optional<Called> called(long id);

  @Override
  public List<PlannedCall> due(Instant now, int most) {
    List<PlannedCall> callable = new ArrayList<>();
    if (paused.paused()) {
      return callable;
    }
    for (D each : rows(now, most)) {
      looked(each, now).ifPresent(callable::add);
    }
    return callable;
  }

  /** Whatever is wrong with one keeps no others: it is looked at again later. */
  private Optional<PlannedCall> looked(D due, Instant now) {
    try {
      return callable(due, now);
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("{} {} cannot be phoned for", kind().code(), id(due), e);
      move(due, now.plus(LATER));
      return Optional.empty();
    }
  }

  @Override
  public boolean take(long id, String node, Instant until) {
    return transactions.run(
        () -> {
          Instant now = Utc.now(clock);
          boolean taken = !paused.paused() && take(id, node, now, until);
          if (taken) {
            attempts.begin(id, now);
            called(id).ifPresent(called -> calls.called(called.number(), called.use(), now));
          }
          return taken;
        });
  }

  @Override
  public List<Taken> lost(Instant now, int most) {
    return attempts.lost(now, most);
  }

  @Override
  public boolean paused() {
    return paused.paused();
  }
}
