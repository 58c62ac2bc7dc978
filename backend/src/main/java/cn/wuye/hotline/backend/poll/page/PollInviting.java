package cn.wuye.hotline.backend.poll.page;

import cn.wuye.hotline.backend.database.SharedJob;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollChannel;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.poll.store.PollMessages;
import cn.wuye.hotline.backend.poll.store.PollResident;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.poll.store.PollRows;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.survey.store.SurveySwitch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Asks by message who is due in a poll with a page. Quiet hours and limits are the outbox's; the
 * switch that pauses surveys holds for it, too.
 */
@Component
class PollInviting implements SharedJob {
  /** Who has not answered by then is phoned, where that is wanted. */
  static final Duration PATIENCE = Duration.ofDays(2);

  private static final int BATCH = 100;

  private final PollRows polls;
  private final PollResidentRows rows;
  private final ResidentWishes wishes;
  private final SurveySwitch paused;
  private final Outbox outbox;
  private final Transactions transactions;
  private final Clock clock;

  PollInviting(
      PollRows polls,
      PollResidentRows rows,
      ResidentWishes wishes,
      SurveySwitch paused,
      Outbox outbox,
      Transactions transactions,
      Clock clock) {
    this.polls = polls;
    this.rows = rows;
    this.wishes = wishes;
    this.paused = paused;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "polls-inviting";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    if (paused.paused()) {
      return;
    }
    Instant now = Utc.now(clock);
    for (long asked : rows.toInvite(now, BATCH)) {
      if (stopping.getAsBoolean()) {
        return;
      }
      transactions.run(() -> invited(asked, now));
    }
  }

  private boolean invited(long asked, Instant now) {
    return rows.locked(asked)
        .filter(who -> who.state() == AskedState.PLANNED)
        .flatMap(who -> polls.find(who.poll(), EstateScope.ALL).map(poll -> invite(who, poll, now)))
        .orElse(false);
  }

  private boolean invite(PollResident who, Poll poll, Instant now) {
    Long resident = who.resident();
    if (resident == null) {
      rows.settle(who.id(), AskedState.NOT_ASKED, now);
      return false;
    }
    if (wishes.of(resident).noSurveys()) {
      rows.settle(who.id(), AskedState.DECLINED, now);
      return false;
    }
    Instant phoned = poll.draft().channel() == PollChannel.BOTH ? now.plus(PATIENCE) : null;
    return rows.invited(who.id(), now, phoned)
        && outbox.tell(
            new Notice(
                MessageEvent.POLL_ASKED.code(),
                new Addressee.Resident(resident),
                null,
                Map.of(),
                false,
                PollMessages.once(who.id())));
  }
}
