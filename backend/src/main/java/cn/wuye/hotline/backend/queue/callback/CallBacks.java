package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.router.callback.CallBackCalls;
import cn.wuye.hotline.router.queue.CallBack;
import cn.wuye.hotline.router.queue.CallBack.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What may be done about call-backs, by callers and by staff. */
@Component
public class CallBacks {
  /** Longest lists. */
  public static final int MOST = 200;

  static final String QUEUE = "system:queue";

  /** {@link StoredCallBack#channel()}. */
  private static final Pattern CHANNEL =
      Pattern.compile(CallBackCalls.PREFIX + "([0-9]{1,18})-[0-9]+");

  private static final AuditAction ORDERED = new AuditAction("call-back.ordered");
  private static final AuditAction WITHDRAWN = new AuditAction("call-back.withdrawn");
  private static final AuditAction DISMISSED = new AuditAction("call-back.dismissed");

  private final CallBackRows rows;
  private final AbandonedCalls abandoned;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  CallBacks(
      CallBackRows rows,
      AbandonedCalls abandoned,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.rows = rows;
    this.abandoned = abandoned;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** How a wish of staff ended. */
  public enum Outcome {
    DONE,
    /** Somebody was faster, or it is being rung right now. */
    TOO_LATE,
    /** There is none such for who asks. */
    UNKNOWN
  }

  /** She asks for one while she waits; false when one for her number is active already. */
  public boolean ask(Place place) {
    Instant now = Utc.now(clock);
    return transactions.run(
        () -> {
          boolean added = rows.add(place, asked(place, now), Cause.ASKED, QUEUE, now);
          if (added) {
            abandoned.done(place.phone(), QUEUE, now);
          }
          return added;
        });
  }

  /**
   * She hung up while she waited.
   *
   * @param phonesBack whether she is phoned back without having asked
   */
  public void gaveUp(Place place, boolean phonesBack) {
    Instant now = Utc.now(clock);
    transactions.run(
        () -> {
          abandoned.add(place, now);
          if (phonesBack && rows.add(place, asked(place, now), Cause.ABANDONED, QUEUE, now)) {
            abandoned.done(place.phone(), QUEUE, now);
          }
          return true;
        });
  }

  /**
   * She phones herself: what waits for her number is needed no more, and its place is hers.
   *
   * @return since when she waits; empty when nothing waited for her
   */
  public Optional<Instant> takeBack(PhoneNumber phone) {
    Instant now = Utc.now(clock);
    return transactions.run(
        () ->
            rows.active(phone)
                .filter(kept -> withdraw(kept, QUEUE, now))
                .map(kept -> kept.place().since()));
  }

  /** Whom a channel of a call-back is for; empty for every other channel. */
  public Optional<Place> of(String channel) {
    Matcher named = CHANNEL.matcher(channel);
    return named.matches()
        ? rows.find(Long.parseLong(named.group(1))).map(StoredCallBack::place)
        : Optional.empty();
  }

  /** Whether a call-back to a number is being done. */
  public boolean active(PhoneNumber phone) {
    return rows.active(phone).isPresent();
  }

  /** Somebody has talked with her: nothing more is to be done for her number. */
  public void talked(PhoneNumber phone) {
    Instant now = Utc.now(clock);
    transactions.run(
        () -> {
          rows.active(phone).ifPresent(kept -> withdraw(kept, QUEUE, now));
          abandoned.done(phone, QUEUE, now);
          return true;
        });
  }

  /** What somebody may see, the newest first. */
  public List<StoredCallBack> list(EstateScope scope, boolean active) {
    return rows.list(scope, active, MOST);
  }

  /** Who gave up waiting, of those that somebody may see, the newest first. */
  public List<AbandonedCall> abandoned(EstateScope scope) {
    return abandoned.open(scope, MOST);
  }

  /** Nobody is to be called back any more. */
  public Outcome withdraw(long id, EstateScope scope, String login) {
    Instant now = Utc.now(clock);
    return transactions.run(
        () -> {
          Optional<StoredCallBack> known =
              rows.find(id).filter(each -> scope.sees(each.place().estate()));
          if (known.isEmpty()) {
            return Outcome.UNKNOWN;
          }
          if (!withdraw(known.get(), Audit.user(login), now)) {
            return Outcome.TOO_LATE;
          }
          audit.record(Audit.user(login), WITHDRAWN, "call-back:" + id, Map.of());
          return Outcome.DONE;
        });
  }

  /** Has somebody who gave up waiting phoned back; she keeps the place that she had. */
  public Outcome phoneBack(String callId, EstateScope scope, String login) {
    Instant now = Utc.now(clock);
    return transactions.run(
        () -> {
          Optional<AbandonedCall> known = seen(callId, scope);
          if (known.isEmpty()) {
            return Outcome.UNKNOWN;
          }
          Place place = known.get().place();
          if (!abandoned.done(callId, Audit.user(login), now)
              || !rows.add(place, asked(place, now), Cause.LIST, Audit.user(login), now)) {
            return Outcome.TOO_LATE;
          }
          abandoned.done(place.phone(), Audit.user(login), now);
          audit.record(Audit.user(login), ORDERED, "call:" + callId, Map.of());
          return Outcome.DONE;
        });
  }

  /** Takes somebody off the list without phoning her. */
  public Outcome dismiss(String callId, EstateScope scope, String login) {
    Instant now = Utc.now(clock);
    return transactions.run(
        () -> {
          if (seen(callId, scope).isEmpty()) {
            return Outcome.UNKNOWN;
          }
          if (!abandoned.done(callId, Audit.user(login), now)) {
            return Outcome.TOO_LATE;
          }
          audit.record(Audit.user(login), DISMISSED, "call:" + callId, Map.of());
          return Outcome.DONE;
        });
  }

  private Optional<AbandonedCall> seen(String callId, EstateScope scope) {
    return abandoned.find(callId).filter(each -> scope.sees(each.place().estate()));
  }

  private boolean withdraw(StoredCallBack kept, String by, Instant now) {
    return kept.callBack().state() == State.WAITING
        && kept.callBack()
            .withdrawn()
            .filter(ended -> rows.move(kept, ended, kept.agent(), by, now))
            .isPresent();
  }

  private static CallBack asked(Place place, Instant now) {
    return CallBack.asked(place.queueCode(), place.since(), now);
  }
}
