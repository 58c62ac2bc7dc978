package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.deadline.ClockKey;
import cn.wuye.hotline.backend.deadline.escalation.Addressees;
import cn.wuye.hotline.backend.deadline.escalation.Delivery;
import cn.wuye.hotline.backend.deadline.escalation.Escalation;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.deadline.escalation.Step;
import cn.wuye.hotline.backend.deadline.escalation.Watched;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.store.Reckoning;
import cn.wuye.hotline.backend.deadline.store.TicketClocks;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
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
   */
  void round(BooleanSupplier stopping) {
    Instant now = Utc.now(clock);
    boolean outage = Delivery.outage(rows.lastRun(), now);
    int steps = 0;
    for (List<TicketNumber> due = clocks.toLookAt(BATCH);
        !due.isEmpty();
        due = clocks.toLookAt(BATCH)) {
      for (TicketNumber ticket : due) {
        if (stopping.getAsBoolean()) {
          return;
        }
        steps += look(ticket, outage);
      }
    }
    int digests = 0;
    for (String login : rows.waiting()) {
      digests += transactions.run(() -> digest(login)) ? 1 : 0;
    }
    rows.ran(now);
    if (steps > 0) {
      log.info("{} escalation steps taken, {} digests", steps, digests);
    }
  }

  /** One ticket that cannot be looked at must not keep the others from it. */
  private int look(TicketNumber ticket, boolean outage) {
    try {
      return transactions.run(
          () -> clocks.look(ticket).map(reckoning -> take(reckoning, outage)).orElse(0));
    } catch (RuntimeException failure) {
      if (DatabaseFailure.of(failure) == DatabaseFailure.AWAY) {
        throw failure;
      }
      log.error(
          "ticket {}: deadlines not looked at, tried again in {} min",
          ticket,
          AFTER_FAILURE.toMinutes(),
          failure);
      clocks.lookLater(ticket, Utc.now(clock).plus(AFTER_FAILURE));
      return 0;
    }
  }

  private int take(Reckoning reckoning, boolean outage) {
    Ticket ticket = reckoning.ticket();
    Instant now = reckoning.now();
    boolean quiet = clocks.takeQuiet(ticket.number());
    int taken = 0;
    // Of several rungs that lead to the same person at once the highest is told.
    Map<String, Step> told = new LinkedHashMap<>();
    for (Step step :
        Escalation.steps(
            clocks.plan(ticket.contents().subject().urgency()),
            watched(reckoning),
            now,
            rows.taken(ticket.number()))) {
      if (rows.take(step, now, quiet) && !quiet) {
        List<String> logins = logins(step, ticket);
        tickets.note(ticket.number(), ACTOR, notices.happening(step, logins));
        logins.forEach(
            login ->
                told.put(
                    step.key().clock() + AND + login,
                    new Step(step.key(), step.urgency(), step.role(), login)));
        taken++;
      }
    }
    told.values().forEach(step -> tell(step, outage && Delivery.canWait(step) ? null : now));
    return taken;
  }

  /**
   * @param when null: with the digest
   */
  private void tell(Step step, @Nullable Instant when) {
    if (when != null) {
      outbox.tell(notices.single(step));
    }
    rows.note(step.key(), step.addressee(), when);
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

  private Watched watched(Reckoning reckoning) {
    Ticket ticket = reckoning.ticket();
    EstateId estate = ticket.contents().place().estateId();
    Map<Role, String> responsible = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      List<String> logins = addressees.of(role, ticket.number(), estate);
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
        reckoning.book().switchedOff(reckoning.now()));
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
