package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.Job;
import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Responsible;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Timeline;
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
  private final Timeline timeline;
  private final Answerable answerable;
  private final Care care;

  Offers(
      AssignmentRows rows,
      Reasons reasons,
      Tasks tasks,
      Notices notices,
      Jobs jobs,
      DispatchPlan plan,
      TicketWork work,
      Timeline timeline,
      Answerable answerable,
      Care care) {
    this.rows = rows;
    this.reasons = reasons;
    this.tasks = tasks;
    this.notices = notices;
    this.jobs = jobs;
    this.plan = plan;
    this.work = work;
    this.timeline = timeline;
    this.answerable = answerable;
    this.care = care;
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

  /**
   * He is asked whether he takes it over; until then the other one stays responsible. The version
   * rises, so that of two who ask different colleagues at once the second is told. Who is asked
   * already is not asked again.
   */
  Ticket askForHandOver(Ticket ticket, Taker taker, Reason reason, Actor by) {
    Optional<Assignment> before = rows.handOver(ticket.number());
    if (before.filter(asked -> asked.worker().equals(taker.login())).isPresent()) {
      return ticket;
    }
    before.ifPresent(other -> rows.move(other, AssignmentState.REPLACED));
    long id =
        rows.add(ticket.number(), taker.login(), taker.department(), AssignmentState.OFFERED, true);
    Ticket asked =
        work.giveTo(
            ticket,
            new Responsible(ticket.owner().orElse(null), null),
            by,
            assigned(taker, reason, true));
    notices.dispatched(asked, taker.login(), id);
    return asked;
  }

  /** He takes over what he was asked to. */
  Ticket takeOver(Ticket ticket, Assignment asked, Actor by) {
    rows.current(ticket.number()).ifPresent(before -> rows.move(before, AssignmentState.REPLACED));
    rows.move(asked, AssignmentState.ACCEPTED);
    Ticket given =
        work.giveTo(
            dispatched(ticket, by),
            responsible(asked.worker(), asked.department()),
            by,
            new Happening.JobAccepted(asked.worker()));
    whyAsked(asked).ifPresent(reason -> reasons.keep(ticket.number(), reason));
    openTasks(given);
    return given;
  }

  /** As whoever asked him has said it. */
  private Optional<Reason> whyAsked(Assignment asked) {
    return timeline.of(asked.ticket()).stream()
        .filter(event -> event.kind().equals("assigned"))
        .map(TicketEvent::details)
        .filter(details -> asked.worker().equals(details.get("worker")))
        .filter(details -> Boolean.TRUE.equals(details.get("handOver")))
        .reduce((earlier, later) -> later)
        .flatMap(Reasons::said);
  }

  /**
   * Nobody has it any more; it waits for somebody to come, or for a person to decide. Said once:
   * while nothing is otherwise, trying again leaves no trace. When somebody had it, or it is an
   * emergency, those who answer for the department and the estate are told; of an emergency they
   * are phoned, one after the other.
   */
  Ticket giveToNobody(Ticket ticket, @Nullable String department, Reason reason, Actor by) {
    TicketNumber number = ticket.number();
    rows.current(number).ifPresent(before -> rows.move(before, AssignmentState.REPLACED));
    if (ticket.owner().isEmpty() && reason.equals(reasons.of(List.of(number)).get(number))) {
      return ticket;
    }
    boolean pressing = ticket.owner().isPresent() || ticket.contents().subject().emergency();
    List<String> told =
        pressing
            ? answerable.aboveTheOwner(ticket.contents().place().estateId(), department)
            : List.of();
    reasons.keep(number, reason);
    Ticket waiting =
        work.giveTo(
            ticket,
            new Responsible(null, department),
            by,
            new Happening.NotAssigned(
                department == null ? "" : department,
                reason.code().code(),
                reason.arguments(),
                told));
    notices.withNobody(waiting, told, reason, care.of(number).isPresent());
    return waiting;
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
    Ticket given =
        work.giveTo(
            dispatched(ticket, by),
            responsible(taker.login(), taker.department()),
            by,
            assigned(taker, reason, false));
    reasons.keep(ticket.number(), reason);
    openTasks(given);
    return given;
  }

  /** A crew has the job now, in the timeline and for the clocks. */
  private Ticket dispatched(Ticket ticket, Actor by) {
    Ticket accepted =
        ticket.state() == State.NEW ? must(work.move(ticket, Verb.ACCEPT, by, "")) : ticket;
    return accepted.state() == State.DISPATCHED
        ? accepted
        : must(work.move(accepted, Verb.DISPATCH, by, ""));
  }

  private void openTasks(Ticket ticket) {
    plan.matrix().find(jobs.of(ticket.contents())).ifPresent(row -> tasks.open(ticket, row));
  }

  private static Responsible responsible(String login, String department) {
    return new Responsible(login, department.isEmpty() ? null : department);
  }

  private static Happening.Assigned assigned(Taker taker, Reason reason, boolean handOver) {
    return new Happening.Assigned(
        taker.login(), taker.department(), reason.code().code(), reason.arguments(), handOver);
  }

  private static Ticket must(Optional<Ticket> moved) {
    return moved.orElseThrow(() -> new IllegalStateException("the work on this ticket is over"));
  }
}
