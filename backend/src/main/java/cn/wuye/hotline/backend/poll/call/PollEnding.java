package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.database.SharedJob;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.PollState;
import cn.wuye.hotline.backend.poll.store.PollMessages;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.poll.store.PollRows;
import cn.wuye.hotline.backend.survey.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Ends polls whose last day is over. */
@Component
class PollEnding implements SharedJob {
  private static final int BATCH = 20;

  private final PollRows polls;
  private final PollResidentRows rows;
  private final PollMessages messages;
  private final Transactions transactions;
  private final Clock clock;

  PollEnding(
      PollRows polls,
      PollResidentRows rows,
      PollMessages messages,
      Transactions transactions,
      Clock clock) {
    this.polls = polls;
    this.rows = rows;
    this.messages = messages;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "polls-ending";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    Instant now = Utc.now(clock);
    for (long poll : polls.toEnd(Period.today(now), BATCH)) {
      if (stopping.getAsBoolean()) {
        return;
      }
      transactions.run(() -> end(poll, now));
    }
  }

  private boolean end(long poll, Instant now) {
    boolean open =
        polls.locked(poll).filter(each -> each.state().mayBecome(PollState.ENDED)).isPresent();
    if (open) {
      polls.become(poll, PollState.ENDED, now);
      rows.over(poll, now);
      messages.withdrawAll(poll);
    }
    return open;
  }
}
