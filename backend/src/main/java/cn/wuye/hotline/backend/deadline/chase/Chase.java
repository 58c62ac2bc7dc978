package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.deadline.ClockKey;
import cn.wuye.hotline.backend.deadline.TicketClock;
import cn.wuye.hotline.backend.deadline.chase.EscalationRows.Told;
import cn.wuye.hotline.backend.deadline.escalation.Addressees;
import cn.wuye.hotline.backend.deadline.escalation.Escalation;
import cn.wuye.hotline.backend.deadline.escalation.Outage;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.deadline.escalation.Step;
import cn.wuye.hotline.backend.deadline.escalation.StepKey;
import cn.wuye.hotline.backend.deadline.escalation.Watched;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.store.Reckoning;
import cn.wuye.hotline.backend.deadline.store.TicketClocks;
import cn.wuye.hotline.backend.deadline.store.TicketClocks.Look;
import cn.wuye.hotline.backend.deadline.store.UnreadableDeadlines;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at the tickets whose clocks have come so far that somebody is told. A ticket's steps, what
 * its timeline says of them and the notices are one transaction; who is killed between two tickets
 * has lost nothing. It may run late, twice or on two nodes at once: the ticket is locked, and the
 * step's key is unique.
 */
@Component
class Chase {
  private static final Logger log = LoggerFactory.getLogger(Chase.class);
  private static final Actor ACTOR = Actor.system("deadlines");
  private static final int BATCH = 200;
  private static final String AND = "\n";

  private final TicketClocks clocks;
  private final EscalationRows rows;
  private final StepNotices notices;
  private final Addressees addressees;
  private final Outbox outbox;
  private final Tickets tickets;
  private final Transactions transactions;
  private final Clock clock;

  Chase(
      TicketClocks clocks,
      EscalationRows rows,
      StepNotices notices,
      Addressees addressees,
      Outbox outbox,
      Tickets tickets,
      Transactions transactions,
      Clock clock) {
    this.clocks = clocks;
    this.rows = rows;
    this.notices = notices;
    this.addressees = addressees;
    this.outbox = outbox;
    this.tickets = tickets;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * One round: everything that is due by now.
   *
   * @param stopping whether the node stops: the rest is left to the next round, on any node
   * @throws UnreadableDeadlines when no ticket can be looked at
   * @throws RuntimeException when the database is away, or at the end of the round when somebody's
   *     digest could not be made; it waits for the next round
   */
  void round(BooleanSupplier stopping) {
    Instant now = Utc.now(clock);
    boolean outage = Outage.over(rows.lastRun(), now);
    int steps = 0;
    for (List<TicketNumber> due = clocks.toLookAt(BATCH);
        !due.isEmpty();
        due = clocks.toLookAt(BATCH)) {
      Roles roles = new Roles(addressees);
      for (TicketNumber ticket : due) {
        if (stopping.getAsBoolean()) {
          return;
        }
        steps += look(ticket, roles, outage);
      }
    }
    Digests digests = digests();
    rows.ran(now);
    if (steps > 0) {
      log.info("{} escalation steps taken, {} digests", steps, digests.sent());
    }
    if (digests.failure() != null) {
      throw digests.failure();
    }
  }

  /**
   * What became of the digests.
   *
   * @param failure the last that went wrong; null when none did
   */
  private record Digests(int sent, @Nullable RuntimeException failure) {}

  /** One that cannot be made must not keep the others from being sent. */
  private Digests digests() {
    int sent = 0;
    RuntimeException failed = null;
    for (String login : rows.waiting()) {
      try {
        sent += transactions.run(() -> digest(login)) ? 1 : 0;
      } catch (RuntimeException failure) {
        if (DatabaseFailure.of(failure) == DatabaseFailure.AWAY) {
          throw failure;
        }
        log.error("the digest for {} waits for the next round", login, failure);
        failed = failure;
      }
    }
    return new Digests(sent, failed);
  }

  /** One ticket that cannot be looked at must not keep the others from it. */
  private int look(TicketNumber ticket, Roles roles, boolean outage) {
    try {
      return transactions.run(
          () -> clocks.look(ticket).map(look -> take(look, roles, outage)).orElse(0));
    } catch (UnreadableDeadlines ofAllTickets) {
      throw ofAllTickets;
    } catch (RuntimeException failure) {
      if (DatabaseFailure.of(failure) == DatabaseFailure.AWAY) {
        throw failure;
      }
      log.error(
          "ticket {}: deadlines not looked at, tried again in {} s",
          ticket,
          clocks.putOff(ticket).toSeconds(),
          failure);
      return 0;
    }
  }

  private int take(Look look, Roles roles, boolean outage) {
    Reckoning reckoning = look.reckoning();
    Ticket ticket = reckoning.ticket();
    Instant now = reckoning.now();
    Set<StepKey> before = rows.taken(ticket.number());
    List<Step> fresh =
        steps(reckoning, roles).stream().filter(step -> !before.contains(step.key())).toList();
    if (fresh.isEmpty()) {
      return 0;
    }
    Set<StepKey> silent =
        look.quietUntil().map(until -> keys(steps(reckoning.asOf(until), roles))).orElse(Set.of());
    rows.take(fresh, now, silent);
    List<Step> spoken = fresh.stream().filter(step -> !silent.contains(step.key())).toList();
    if (!spoken.isEmpty()) {
      tell(ticket, spoken, now, outage);
    }
    return spoken.size();
  }

  private void tell(Ticket ticket, List<Step> steps, Instant now, boolean outage) {
    List<Happening> happened = new ArrayList<>();
    // Of several rungs that lead to the same person at once the highest is told.
    Map<String, Step> told = new LinkedHashMap<>();
    for (Step step : steps) {
      List<String> logins = logins(step, ticket);
      happened.add(notices.happening(step, logins));
      logins.forEach(
          login ->
              told.put(
                  step.key().clock() + AND + login,
                  new Step(step.key(), step.urgency(), step.role(), login)));
    }
    tickets.note(ticket, ACTOR, happened);
    List<Told> all =
        told.values().stream()
            .map(step -> new Told(step, outage && Outage.canWait(step) ? null : now))
            .toList();
    if (!all.isEmpty()) {
      outbox.tell(
          all.stream()
              .filter(each -> each.at() != null)
              .map(each -> notices.single(each.step()))
              .toList());
      rows.note(all);
    }
  }

  private List<Step> steps(Reckoning reckoning, Roles roles) {
    return Escalation.steps(reckoning.plan(), watched(reckoning, roles), reckoning.now(), Set.of());
  }

  private static Set<StepKey> keys(List<Step> steps) {
    return steps.stream().map(Step::key).collect(Collectors.toSet());
  }

  private boolean digest(String login) {
    List<Step> steps = rows.waiting(login);
    if (steps.isEmpty()) {
      return false;
    }
    Instant now = Utc.now(clock);
    outbox.tell(
        steps.size() == 1 ? notices.single(steps.get(0)) : notices.digest(steps, login, now));
    rows.told(steps, login, now);
    return true;
  }

  private Watched watched(Reckoning reckoning, Roles roles) {
    Ticket ticket = reckoning.ticket();
    Map<Role, String> responsible = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      List<String> logins = roles.of(role, ticket);
      if (!logins.isEmpty()) {
        responsible.put(role, String.join(AND, logins));
      }
    }
    return new Watched(
        ticket.number(),
        ticket.contents().subject().urgency(),
        reckoning.clocks(),
        reckoning.unsolvedSince(),
        responsible,
        warnings(reckoning),
        reckoning.book().switchedOff(reckoning.now()));
  }

  private static Map<RuleRef, List<Integer>> warnings(Reckoning reckoning) {
    Map<RuleRef, List<Integer>> warnings = new HashMap<>();
    for (TicketClock clock : reckoning.clocks().all()) {
      reckoning
          .book()
          .calculator()
          .warnings(clock.rule())
          .ifPresent(percents -> warnings.put(clock.rule(), percents));
    }
    return warnings;
  }

  /** What a helper is late with is told the helper's people first. */
  private List<String> logins(Step step, Ticket ticket) {
    ClockKey clock = step.key().clock();
    if (clock.target().equals(ClockKind.HELP.code())) {
      EstateId estate = ticket.contents().place().estateId();
      List<String> helpers =
          addressees.ofHelper(step.role(), ticket.number(), clock.occurrence(), estate);
      if (!helpers.isEmpty()) {
        return helpers;
      }
    }
    return step.addressee().isEmpty() ? List.of() : List.of(step.addressee().split(AND));
  }
}
