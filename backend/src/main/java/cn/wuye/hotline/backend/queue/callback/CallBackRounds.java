package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.outbound.PhonesInUse;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.queue.LastAgents;
import cn.wuye.hotline.backend.queue.QueueBook;
import cn.wuye.hotline.backend.queue.QueueData;
import cn.wuye.hotline.backend.queue.QueueManner;
import cn.wuye.hotline.router.callback.CallBackOrder;
import cn.wuye.hotline.router.callback.PlacedCallBack;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.queue.CallBack;
import cn.wuye.hotline.router.queue.CallBack.State;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.Reach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to call-backs, on this node: puts those whose turn has come into their queues, and writes
 * down what became of those it has put there. Used by one thread at a time.
 */
final class CallBackRounds {
  /** How long a node may say nothing before another sees to its call-backs. */
  static final Duration LEASE = Duration.ofSeconds(30);

  /** How long one waits in a queue before it is put there anew, with more precedence. */
  static final Duration SLICE = Duration.ofSeconds(60);

  /** How long other nodes leave a call-back to the home node of its queue. */
  static final Duration HOME_FIRST = Duration.ofSeconds(60);

  /** Each has two channels of Asterisk while it waits. */
  static final int MOST_AT_ONCE = 20;

  private static final Logger LOG = LoggerFactory.getLogger(CallBackRounds.class);

  private final Here here;
  private final CallBackRows rows;
  private final CallBacks callBacks;
  private final CallBackTickets tickets;
  private final PhonesInUse phones;
  private final LastAgents agents;
  private final QueueBook book;
  private final CallBacksAhead ahead;
  private final DatabaseGate gate;
  private final Clock clock;
  private final ZoneId zone;

  /** What became of those on their way, as it is told by other threads. */
  private final Queue<Supplier<Boolean>> news = new ConcurrentLinkedQueue<>();

  /** Those that this process has placed: after a restart nobody knows what became of the others. */
  private final Set<Long> mine = ConcurrentHashMap.newKeySet();

  /** What the rounds need of this node. */
  interface Here {
    String node();

    QueuesNow queues();

    /** Puts one into its queue. */
    PlacedCallBack place(CallBackOrder order);

    /** There is news: a round is to begin soon. */
    void wake();
  }

  /** What is shared by all nodes. */
  record Shared(
      CallBackRows rows,
      CallBacks callBacks,
      CallBackTickets tickets,
      PhonesInUse phones,
      LastAgents agents,
      QueueBook book,
      CallBacksAhead ahead,
      DatabaseGate gate) {}

  /**
   * @param zone in which residents read the clock
   */
  CallBackRounds(Here here, Shared shared, Clock clock, ZoneId zone) {
    this.here = here;
    this.rows = shared.rows();
    this.callBacks = shared.callBacks();
    this.tickets = shared.tickets();
    this.phones = shared.phones();
    this.agents = shared.agents();
    this.book = shared.book();
    this.ahead = shared.ahead();
    this.gate = shared.gate();
    this.clock = clock;
    this.zone = zone;
  }

  /** Does nothing while the database is away; what has been told meanwhile is written later. */
  void round() {
    try {
      gate.run(
          () -> {
            write();
            Instant now = Utc.now(clock);
            rows.renew(here.node(), Set.copyOf(mine), now.plus(LEASE));
            rows.expired(now).forEach(each -> lapse(each, now));
            List<StoredCallBack> active = rows.active();
            ahead.replace(active);
            place(active, now);
            return true;
          });
    } catch (DatabaseAwayException away) {
      LOG.debug("Call-backs wait: {}", away.getMessage());
    }
  }

  /** What was told first is written first; what cannot be written now is told again. */
  private void write() {
    Supplier<Boolean> next = news.peek();
    while (next != null) {
      try {
        if (!next.get()) {
          LOG.info("A call-back is no longer what it was when it was placed");
        }
      } catch (RuntimeException e) {
        DatabaseFailure.requireRefused(e);
        LOG.error("What became of a call-back could not be written", e);
      }
      news.remove(next);
      next = news.peek();
    }
  }

  /** Its node is dead: nobody knows whether she was reached, so she is phoned later again. */
  private void lapse(StoredCallBack lost, Instant now) {
    Optional<CallBack> next =
        lost.callBack().state() == State.RINGING_AGENT
            ? lost.callBack().agentMissed(now)
            : lost.callBack().callerMissed(now);
    next.ifPresent(
        to -> {
          if (rows.move(lost, to, lost.agent(), CallBacks.QUEUE, now)) {
            LOG.warn("{} was left by {}; goes on as {}", lost.channel(), lost.node(), to.state());
          }
        });
  }

  private void place(List<StoredCallBack> active, Instant now) {
    QueuesNow queues = here.queues();
    if (!queues.current()) {
      return;
    }
    QueueData data = book.data();
    active.stream()
        .filter(each -> each.callBack().agentRung(now).isPresent())
        .sorted(
            Comparator.comparing(
                (StoredCallBack each) -> each.place().precedence(now), Comparator.reverseOrder()))
        .forEach(each -> queueOf(each, data).ifPresent(queue -> place(each, queue, data, now)));
  }

  /** The queue she waited in; one that is gone is replaced by the first without skills. */
  private static Optional<QueueDefinition> queueOf(StoredCallBack due, QueueData data) {
    return data.queue(due.place().queueCode())
        .or(() -> data.queues().stream().filter(queue -> queue.skills().isEmpty()).findFirst());
  }

  private void place(StoredCallBack due, QueueDefinition queue, QueueData data, Instant now) {
    QueueManner manner = data.manner(queue);
    boolean open =
        !manner.hands().shut() && manner.hours().open(LocalDateTime.ofInstant(now, zone));
    boolean staffed =
        here.queues().queue(queue.asteriskName()).filter(QueueView::staffed).isPresent();
    if (mine.size() >= MOST_AT_ONCE
        || !open
        || !staffed
        || leftToTheHomeNode(due, manner, now)
        || !CallBackHours.allowed(due.place().since(), now, zone)
        || phones.busy(due.place().phone(), now)
        || !rows.claim(due, here.node(), now, now.plus(LEASE))) {
      return;
    }
    rows.find(due.id()).ifPresent(claimed -> place(claimed, queue, now));
  }

  private boolean leftToTheHomeNode(StoredCallBack due, QueueManner manner, Instant now) {
    return !manner.homeNode().isEmpty()
        && !manner.homeNode().equals(here.node())
        && due.callBack().due().plus(HOME_FIRST).isAfter(now);
  }

  private void place(StoredCallBack claimed, QueueDefinition queue, Instant now) {
    LOG.info(
        "{}: {} waits for an agent in {}",
        claimed.channel(),
        claimed.place().phone(),
        queue.asteriskName());
    CallBackOrder order =
        new CallBackOrder(
            claimed.channel(),
            queue,
            claimed.place().precedence(now),
            claimed.placed() > 1 ? Reach.EVERYBODY : Reach.ESTATE,
            SLICE,
            claimed.place().phone().digits());
    PlacedCallBack placed;
    try {
      placed = here.place(order);
    } catch (IllegalArgumentException refused) {
      LOG.error("{} could not be placed", claimed.channel(), refused);
      change(claimed.id(), "", call -> call.agentMissed(Utc.now(clock)));
      return;
    }
    mine.add(claimed.id());
    placed.agent().thenAccept(device -> agent(claimed.id(), device));
    placed
        .agent()
        .thenAcceptBoth(
            placed.talked(),
            (device, talked) -> device.ifPresent(who -> end(claimed, extension(who), talked)));
  }

  private void agent(long id, Optional<String> device) {
    if (device.isPresent()) {
      tell(() -> change(id, extension(device.get()), CallBack::callerRung));
    } else {
      tell(() -> over(id, "", call -> call.agentMissed(Utc.now(clock))));
    }
  }

  private void end(StoredCallBack claimed, String agent, boolean talked) {
    Instant at = Utc.now(clock);
    if (!talked) {
      tell(
          () ->
              over(
                  claimed.id(),
                  agent,
                  call -> rung(call).flatMap(each -> each.callerMissed(Utc.now(clock)))));
      return;
    }
    tell(
        () -> {
          boolean done = over(claimed.id(), agent, call -> rung(call).flatMap(CallBack::talked));
          if (!agent.isEmpty()) {
            agents.talked(claimed.place().phone(), agent, Utc.now(clock));
          }
          callBacks.talked(claimed.place().phone());
          tickets.talked(claimed, at);
          return done;
        });
  }

  /** That her phone was rung may be told after how it ended. */
  private static Optional<CallBack> rung(CallBack call) {
    return call.state() == State.RINGING_AGENT ? call.callerRung() : Optional.of(call);
  }

  private void tell(Supplier<Boolean> what) {
    news.add(what);
    here.wake();
  }

  /** The last step of one on its way. */
  private boolean over(long id, String agent, Function<CallBack, Optional<CallBack>> step) {
    boolean done = change(id, agent, step);
    mine.remove(id);
    return done;
  }

  /** Does a step with one that this node has; false when it is no longer this node's. */
  private boolean change(long id, String agent, Function<CallBack, Optional<CallBack>> step) {
    return rows.find(id)
        .filter(each -> each.node().equals(here.node()))
        .flatMap(
            each ->
                step.apply(each.callBack())
                    .filter(to -> rows.move(each, to, agent, CallBacks.QUEUE, Utc.now(clock))))
        .isPresent();
  }

  /** {@code PJSIP/1001} → {@code 1001}; at most what its column holds. */
  private static String extension(String device) {
    String digits = device.substring(device.indexOf('/') + 1).replaceAll("[^0-9]", "");
    return digits.length() > 10 ? digits.substring(digits.length() - 10) : digits;
  }
}
