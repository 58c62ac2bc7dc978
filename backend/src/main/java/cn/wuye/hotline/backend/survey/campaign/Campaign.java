package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.outbound.PhoneUse;
import cn.wuye.hotline.backend.outbound.PhonesInUse;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.CallPlan;
import cn.wuye.hotline.backend.survey.DueCall;
import cn.wuye.hotline.backend.survey.Pace;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.PlannedCall;
import cn.wuye.hotline.backend.survey.Trunk;
import cn.wuye.hotline.backend.survey.campaign.CallsInProgress.Ended;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * One node's part in phoning residents back. Everything that a call needs – the survey, the number,
 * a line, a place in the second – is taken in one transaction, and only after its commit is anybody
 * rung: a node that dies before it has done nothing, one that dies after it leaves a row that says
 * so, which nobody renews. Used by one thread at a time.
 */
@Component
class Campaign {
  /** Who is not renewed for so long died in the call. */
  static final Duration LEASE = Duration.ofMinutes(5);

  static final Duration RENEWED = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(Campaign.class);

  /** Of so many the best are chosen; several nodes choose among the same. */
  private static final int CHOICE = 50;

  private final ObjectProvider<CallPlan> plans;
  private final ObjectProvider<SurveyTelephone> telephones;
  private final CampaignLines lines;
  private final PhonesInUse numbers;
  private final CampaignNodes nodes;
  private final CampaignProperties limits;
  private final String node;
  private final Transactions transactions;
  private final Clock clock;
  private final CallsInProgress calls = new CallsInProgress();
  private final Set<String> hopeless = new HashSet<>();
  private Instant renewAt = Instant.MIN;
  private volatile Runnable whenEnded = () -> {};

  Campaign(
      ObjectProvider<CallPlan> plans,
      ObjectProvider<SurveyTelephone> telephones,
      CampaignLines lines,
      PhonesInUse numbers,
      CampaignNodes nodes,
      CampaignProperties limits,
      HotlineProperties hotline,
      Transactions transactions,
      Clock clock) {
    this.plans = plans;
    this.telephones = telephones;
    this.lines = lines;
    this.numbers = numbers;
    this.nodes = nodes;
    this.limits = limits;
    this.node = hotline.nodeId();
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param whenEnded told when a call is over, so that its end is entered at once
   */
  void whenEnded(Runnable whenEnded) {
    this.whenEnded = whenEnded;
  }

  /** Enters what has ended, and places what may be placed now. */
  void round() {
    List<CallPlan> all = plans.stream().sorted(Comparator.comparing(CallPlan::kind)).toList();
    SurveyTelephone telephone = telephones.getIfAvailable();
    if (all.isEmpty()) {
      return;
    }
    Instant now = Utc.now(clock);
    enterEnded(all);
    renew(now);
    all.forEach(plan -> enterLost(plan, now));
    lines.freeLost(now);
    if (telephone == null) {
      return;
    }
    LinesNow here = telephone.lines(limits.trunk());
    if (here.ready()) {
      nodes.report(node, limits.trunk(), here, now);
    }
    for (CallPlan plan : all) {
      // What one plan has taken is counted before the next is asked.
      if (here.ready() && calls.count() < limits.calls() && !plan.paused()) {
        place(plan, telephone, now);
      }
    }
  }

  private void place(CallPlan plan, SurveyTelephone telephone, Instant now) {
    CampaignNodes.Seen seen = nodes.seen(limits.trunk(), now);
    int used = lines.used(limits.trunk());
    Trunk trunk =
        new Trunk(
            limits.trunk(),
            limits.lines(),
            used + seen.others(),
            limits.keptFree(),
            limits.perSecond(),
            lines.begun(limits.trunk(), now));
    if (seen.waiting() > 0 || trunk.room() == 0) {
      // What is due costs several queries each, and nobody could be phoned.
      return;
    }
    List<PlannedCall> due = plan.due(now, CHOICE);
    List<Pace.Placement> chosen =
        Pace.choose(
            due.stream().map(PlannedCall::call).toList(),
            new Pace.Situation(List.of(trunk), busy(due, now), seen.waiting(), false),
            now);
    int most = limits.lines() - limits.keptFree() - seen.others();
    List<Long> ids = chosen.stream().map(placement -> placement.call().id()).toList();
    due.stream()
        .filter(each -> ids.contains(each.call().id()))
        .limit(limits.calls() - calls.count())
        .forEach(each -> place(each, plan, telephone, most, now));
  }

  private Set<PhoneNumber> busy(List<PlannedCall> due, Instant now) {
    return numbers.busy(
        due.stream().map(PlannedCall::call).map(DueCall::number).collect(Collectors.toSet()), now);
  }

  private void place(
      PlannedCall planned, CallPlan plan, SurveyTelephone telephone, int most, Instant now) {
    DueCall due = planned.call();
    SurveyRing call =
        new SurveyRing(plan.kind(), due.id(), planned.attempt(), due.number(), limits.ring());
    try {
      transactions.run(
          () -> {
            take(call, plan, most, now);
            return call;
          });
    } catch (NotNow other) {
      log.debug("{}: not now, {}", call, other.getMessage());
      return;
    }
    calls.begun(call);
    log.info("{}: phoning {}", call, call.number());
    telephone
        .phone(call)
        .thenAccept(
            outcome -> {
              calls.ended(call, outcome, Utc.now(clock));
              whenEnded.run();
            });
  }

  private void take(SurveyRing call, CallPlan plan, int most, Instant now) {
    Instant until = now.plus(LEASE);
    require(numbers.take(call.number(), use(call), now, until), "the number is being called");
    require(lines.takeLine(limits.trunk(), most, node, call, now, until), "all lines are in use");
    require(
        lines.takeSecond(limits.trunk(), limits.perSecond(), now),
        "enough calls were begun in this second");
    require(plan.take(call.survey(), node, until), "the survey is not due any more");
  }

  private static PhoneUse use(SurveyRing call) {
    return switch (call.kind()) {
      case TICKET -> PhoneUse.survey(call.survey(), call.attempt());
      case POLL -> PhoneUse.poll(call.survey(), call.attempt());
    };
  }

  private static void require(boolean taken, String otherwise) {
    if (!taken) {
      throw new NotNow(otherwise);
    }
  }

  /** Keeps nothing of what it had: the transaction is rolled back. */
  private static final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotNow(String why) {
      super(why, null, false, false);
    }
  }

  /** While the database is away they wait; whatever else is wrong with one keeps no others. */
  private void enterEnded(List<CallPlan> all) {
    for (Optional<Ended> next = calls.next(); next.isPresent(); next = calls.next()) {
      Ended ended = next.get();
      try {
        transactions.run(() -> enter(ended, all));
        log.info("{}: {}", ended.call(), ended.outcome().code());
      } catch (RuntimeException e) {
        DatabaseFailure.requireRefused(e);
        log.error("{}: its end ({}) is not known", ended.call(), ended.outcome().code(), e);
      }
      calls.entered(ended);
    }
  }

  private SurveyRing enter(Ended ended, List<CallPlan> all) {
    SurveyRing call = ended.call();
    numbers.release(call.number(), use(call));
    lines.release(call);
    all.stream()
        .filter(plan -> plan.kind() == call.kind())
        .forEach(plan -> plan.outcome(call.survey(), call.attempt(), ended.outcome(), ended.at()));
    return call;
  }

  private void renew(Instant now) {
    if (now.isBefore(renewAt)) {
      return;
    }
    renewAt = now.plus(RENEWED);
    for (SurveyRing call : calls.all()) {
      lines.renew(call, now.plus(LEASE));
      numbers.renew(call.number(), use(call), now.plus(LEASE));
    }
    lines.tidy(now.minus(RENEWED));
  }

  /**
   * Calls whose node died: whether it rang is not known. A call that takes longer than its lease,
   * since she talks with a person, has a line that is renewed.
   */
  private void enterLost(CallPlan plan, Instant now) {
    CallKind kind = plan.kind();
    for (CallPlan.Taken call : plan.lost(now, CHOICE)) {
      String name = PlacedCall.id(kind, call.id(), call.attempt());
      if (!hopeless.contains(name) && !lines.alive(kind, call.id(), call.attempt(), now)) {
        log.warn("{}: {} died in it", name, call.node());
        enterLost(call, plan, now);
      }
    }
  }

  /** Whatever is wrong with one keeps no others, and is told once. */
  private void enterLost(CallPlan.Taken call, CallPlan plan, Instant now) {
    try {
      plan.outcome(call.id(), call.attempt(), CallOutcome.LOST, now);
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      String name = PlacedCall.id(plan.kind(), call.id(), call.attempt());
      hopeless.add(name);
      log.error("{}: its end cannot be entered", name, e);
    }
  }
}
