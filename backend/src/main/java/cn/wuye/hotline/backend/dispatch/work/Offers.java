package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.Job;
import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Responsible;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives a locked ticket to somebody, with all that belongs to it. */
@Component
class Offers {
  private static final Logger log = LoggerFactory.getLogger(Offers.class);

  private final AssignmentRows rows;
  private final Reasons reasons;
  private final Tasks tasks;
  private final Notices notices;
  private final Jobs jobs;
  private final DispatchPlan plan;
  private final TicketWork work;

  Offers(
      AssignmentRows rows,
      Reasons reasons,
      Tasks tasks,
      Notices notices,
      Jobs jobs,
      DispatchPlan plan,
      TicketWork work) {
    this.rows = rows;
    this.reasons = reasons;
    this.tasks = tasks;
    this.notices = notices;
    this.jobs = jobs;
    this.plan = plan;
    this.work = work;
  }

  /**
   * Somebody who is to get a job.
   *
   * @param department code of the one he does it for; empty string for none
   */
  record Taker(String login, String department) {}

  /** He is responsible from now on, and may still refuse. */
  Ticket offer(Ticket ticket, Taker taker, Reason reason, Actor by) {
    Ticket given = give(ticket, taker, reason, by);
    long id =
        rows.add(
            ticket.number(), taker.login(), taker.department(), AssignmentState.OFFERED, false);
    notices.dispatched(given, taker.login(), id);
    log.info("ticket {} is offered to {}: {}", ticket.number(), taker.login(), reason.code());
    return given;
  }

  /** He has taken it himself. */
  Ticket take(Ticket ticket, Taker taker, Reason reason, Actor by) {
    return take(ticket, taker, reason, by, "");
  }

  /**
   * The same.
   *
   * @param how he did: {@code phone}, or empty string
   */
  Ticket take(Ticket ticket, Taker taker, Reason reason, Actor by, String how) {
    Ticket given = give(ticket, taker, reason, by);
    rows.add(ticket.number(), taker.login(), taker.department(), AssignmentState.ACCEPTED, false);
    work.note(given, by, new Happening.JobAccepted(taker.login(), how));
    return given;
  }

  /** He is asked whether he takes it over; until then nothing changes. */
  void askForHandOver(Ticket ticket, Taker taker, Reason reason, Actor by) {
    rows.handOver(ticket.number()).ifPresent(before -> rows.move(before, AssignmentState.REPLACED));
    long id =
        rows.add(ticket.number(), taker.login(), taker.department(), AssignmentState.OFFERED, true);
    work.note(ticket, by, assigned(taker, reason, true));
    notices.dispatched(ticket, taker.login(), id);
  }

  /** Nobody has it any more; a person must decide. */
  Ticket giveToNobody(Ticket ticket, @Nullable String department, Reason reason, Actor by) {
    reasons.keep(ticket.number(), reason);
    return work.giveTo(
        ticket,
        new Responsible(null, department),
        by,
        new Happening.NotAssigned(
            department == null ? "" : department, reason.code().code(), reason.arguments()));
  }

  /** A reason with the job and the department in front, as all reasons have them. */
  Reason reason(Reason.Code code, Ticket ticket, String department, String... more) {
    List<String> arguments = new ArrayList<>();
    Job job = jobs.of(ticket.contents());
    arguments.add(job.name());
    arguments.add(plan.department(department).map(found -> found.zh()).orElse("—"));
    arguments.addAll(List.of(more));
    return new Reason(code, arguments);
  }

  private Ticket give(Ticket ticket, Taker taker, Reason reason, Actor by) {
    rows.current(ticket.number()).ifPresent(before -> rows.move(before, AssignmentState.REPLACED));
    rows.handOver(ticket.number()).ifPresent(before -> rows.move(before, AssignmentState.REPLACED));
    Ticket given = ticket;
    if (given.state() == State.NEW) {
      given = must(work.move(given, Verb.ACCEPT, by, ""));
    }
    if (given.state() != State.DISPATCHED) {
      given = must(work.move(given, Verb.DISPATCH, by, ""));
    }
    given =
        work.giveTo(
            given,
            new Responsible(
                taker.login(), taker.department().isEmpty() ? null : taker.department()),
            by,
            assigned(taker, reason, false));
    reasons.keep(ticket.number(), reason);
    Ticket dispatched = given;
    plan.matrix().find(jobs.of(ticket.contents())).ifPresent(row -> tasks.open(dispatched, row));
    return given;
  }

  private static Happening.Assigned assigned(Taker taker, Reason reason, boolean handOver) {
    return new Happening.Assigned(
        taker.login(), taker.department(), reason.code().code(), reason.arguments(), handOver);
  }

  private static Ticket must(Optional<Ticket> moved) {
    return moved.orElseThrow(() -> new IllegalStateException("the work on this ticket is over"));
  }
}
