package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.Department;
import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.work.Offers.Taker;
import cn.wuye.hotline.backend.dispatch.work.Outcome.Done;
import cn.wuye.hotline.backend.dispatch.work.Outcome.Refused;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Responsible;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Verb;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What people do about jobs: give them, take them, refuse them, hand them over, and do them. The
 * ticket is locked first, so of two who accept at once one is the owner and the other is told who.
 */
@Component
public class JobDesk {
  /** Longest reason, and longest words on what was done, in characters. */
  public static final int MAX_WORDS = 2000;

  private static final Logger log = LoggerFactory.getLogger(JobDesk.class);

  private final AssignmentRows rows;
  private final Offers offers;
  private final Distribution distribution;
  private final Crew crew;
  private final DispatchPlan plan;
  private final TicketWork work;
  private final DispatchQueue queue;
  private final DispatchProperties properties;
  private final Transactions transactions;

  JobDesk(
      AssignmentRows rows,
      Offers offers,
      Distribution distribution,
      Crew crew,
      DispatchPlan plan,
      TicketWork work,
      DispatchQueue queue,
      DispatchProperties properties,
      Transactions transactions) {
    this.rows = rows;
    this.offers = offers;
    this.distribution = distribution;
    this.crew = crew;
    this.plan = plan;
    this.work = work;
    this.queue = queue;
    this.properties = properties;
    this.transactions = transactions;
  }

  /**
   * A dispatcher gives the job to somebody. Whoever has accepted it stays responsible until the
   * other accepts; anybody else is replaced at once.
   *
   * @param version of the ticket that the dispatcher had before her
   */
  public Outcome assign(
      TicketNumber number, long version, String worker, String reason, Doer dispatcher) {
    return byHand(
        number,
        version,
        dispatcher,
        ticket -> give(ticket, worker, reason, Reason.Code.BY_HAND, dispatcher));
  }

  /** What {@link #assign} would answer just now; nothing is changed. */
  public Outcome foreseen(TicketNumber number, String worker, String reason, Doer dispatcher) {
    return byHand(
        number,
        dispatcher,
        ticket -> unfit(ticket, worker, reason).orElseGet(() -> new Done(ticket)));
  }

  /**
   * A dispatcher leaves the job to a department: nobody has it by name until one of its crew takes
   * it, and the machine gives it to nobody else. What somebody has accepted is not taken away from
   * him.
   *
   * @param version of the ticket that the dispatcher had before her
   * @param department code
   */
  public Outcome assignToDepartment(
      TicketNumber number, long version, String department, String reason, Doer dispatcher) {
    return byHand(
        number,
        version,
        dispatcher,
        ticket -> {
          Optional<Outcome> unfit = unfitDepartment(ticket, department, reason);
          if (unfit.isPresent()) {
            return unfit.get();
          }
          queue.take(number);
          rows.handOver(number).ifPresent(asked -> rows.move(asked, AssignmentState.REPLACED));
          Reason why =
              offers.reason(
                  Reason.Code.TO_DEPARTMENT,
                  ticket,
                  department,
                  dispatcher.login(),
                  reason.strip());
          return new Done(offers.giveToNobody(ticket, department, why, dispatcher.actor()));
        });
  }

  /** What {@link #assignToDepartment} would answer just now; nothing is changed. */
  public Outcome foreseenForDepartment(
      TicketNumber number, String department, String reason, Doer dispatcher) {
    return byHand(
        number,
        dispatcher,
        ticket -> unfitDepartment(ticket, department, reason).orElseGet(() -> new Done(ticket)));
  }

  private Outcome byHand(
      TicketNumber number, long version, Doer dispatcher, Function<Ticket, Outcome> deed) {
    return byHand(
        number,
        dispatcher,
        ticket ->
            ticket.version() == version
                ? deed.apply(ticket)
                : new Outcome.Stale(work.stale(ticket, version)));
  }

  private Outcome byHand(TicketNumber number, Doer dispatcher, Function<Ticket, Outcome> deed) {
    return with(
        number,
        dispatcher,
        ticket ->
            dispatcher.dispatches() ? deed.apply(ticket) : refused(Refusal.NOT_DISPATCHER, ticket));
  }

  private Optional<Outcome> unfitDepartment(Ticket ticket, String department, String reason) {
    if (reason.isBlank()) {
      return Optional.of(refused(Refusal.REASON_MISSING, ticket));
    }
    Optional<Department> known = plan.department(department);
    boolean staffed =
        crew.of(ticket.contents().place().estateId()).stream()
            .anyMatch(each -> each.department().equals(department));
    if (known.isEmpty() || !staffed) {
      return Optional.of(
          refused(
              Refusal.DEPARTMENT_UNKNOWN, ticket, known.map(Department::zh).orElse(department)));
    }
    Optional<Assignment> current = rows.current(ticket.number());
    if (current.filter(now -> now.state() == AssignmentState.ACCEPTED).isPresent()) {
      return Optional.of(person(Refusal.ACCEPTED, ticket, current.get().worker()));
    }
    boolean there =
        ticket.owner().isEmpty() && ticket.department().filter(department::equals).isPresent();
    return there
        ? Optional.of(refused(Refusal.ALREADY_THERE, ticket, known.get().zh()))
        : Optional.empty();
  }

  /** The one who is responsible asks a colleague to take it over. */
  public Outcome handOver(TicketNumber number, String worker, String reason, Doer doer) {
    return with(
        number,
        doer,
        ticket ->
            ticket.owner().filter(doer.login()::equals).isPresent()
                ? give(ticket, worker, reason, Reason.Code.HANDED_OVER, doer)
                : notYours(ticket));
  }

  private Outcome give(Ticket ticket, String worker, String reason, Reason.Code code, Doer by) {
    Optional<Outcome> unfit = unfit(ticket, worker, reason);
    if (unfit.isPresent()) {
      return unfit.get();
    }
    Optional<Assignment> current = rows.current(ticket.number());
    Taker taker = new Taker(worker, member(ticket, worker).orElseThrow().department());
    Reason why =
        offers.reason(code, ticket, taker.department(), by.login(), worker, reason.strip());
    boolean accepted = current.filter(now -> now.state() == AssignmentState.ACCEPTED).isPresent();
    if (accepted || code == Reason.Code.HANDED_OVER) {
      return new Done(offers.askForHandOver(ticket, taker, why, by.actor()));
    }
    return new Done(offers.offer(ticket, taker, why, by.actor()));
  }

  private Optional<Outcome> unfit(Ticket ticket, String worker, String reason) {
    if (reason.isBlank()) {
      return Optional.of(refused(Refusal.REASON_MISSING, ticket));
    }
    if (member(ticket, worker).isEmpty()) {
      return Optional.of(refused(Refusal.WORKER_UNKNOWN, ticket, worker));
    }
    return rows.current(ticket.number())
        .filter(now -> now.worker().equals(worker))
        .map(now -> person(Refusal.ALREADY_HIS, ticket, worker));
  }

  private Optional<CrewMember> member(Ticket ticket, String worker) {
    return crew.of(ticket.contents().place().estateId()).stream()
        .filter(each -> each.login().equals(worker))
        .findFirst();
  }

  /** He does it: what he was offered, what is handed over to him, or what nobody has (抢单). */
  public Outcome accept(TicketNumber number, Doer doer) {
    return with(number, doer, ticket -> accept(ticket, doer));
  }

  private Outcome accept(Ticket ticket, Doer doer) {
    Optional<Assignment> offered =
        rows.handOver(ticket.number()).filter(each -> each.offeredTo(doer.login()));
    if (offered.isPresent()) {
      log.info("ticket {} is taken over by {}", ticket.number(), doer.login());
      return new Done(offers.takeOver(ticket, offered.get(), doer.actor()));
    }
    Optional<Assignment> current = rows.current(ticket.number());
    if (current.isEmpty()) {
      return take(ticket, doer);
    }
    Assignment now = current.get();
    if (now.acceptedBy(doer.login())) {
      return new Done(ticket);
    }
    if (!now.offeredTo(doer.login())) {
      return person(
          now.state() == AssignmentState.ACCEPTED ? Refusal.TAKEN : Refusal.OFFERED_TO_ANOTHER,
          ticket,
          now.worker());
    }
    rows.move(now, AssignmentState.ACCEPTED);
    return new Done(saved(ticket, doer, now.department()));
  }

  /** The ticket's version rises with every answer, so that older forms are told of it. */
  private Ticket saved(Ticket ticket, Doer doer, String department) {
    log.info("ticket {} is accepted by {}", ticket.number(), doer.login());
    return work.giveTo(
        ticket,
        new Responsible(doer.login(), department.isEmpty() ? null : department),
        doer.actor(),
        new Happening.JobAccepted(doer.login()));
  }

  private Outcome take(Ticket ticket, Doer doer) {
    Optional<String> owner = ticket.owner();
    boolean own = owner.filter(doer.login()::equals).isPresent();
    if (owner.isPresent() && !own) {
      return notYours(ticket);
    }
    Optional<CrewMember> member = crew.find(doer.login());
    if (member.isEmpty()) {
      return refused(Refusal.NO_DEPARTMENT, ticket);
    }
    String department = member.get().department();
    String leads = ticket.department().orElse("");
    if (!own && !leads.equals(department)) {
      return refused(
          Refusal.OTHER_DEPARTMENT, ticket, plan.department(leads).map(Department::zh).orElse("—"));
    }
    Reason why = offers.reason(Reason.Code.TAKEN, ticket, department, doer.login());
    return new Done(offers.take(ticket, new Taker(doer.login(), department), why, doer.actor()));
  }

  /**
   * He does not do it, and says why. What was handed over to him stays where it is; anything else
   * goes to the next candidate, never to somebody who has refused it.
   */
  public Outcome refuse(TicketNumber number, String reason, Doer doer) {
    return with(number, doer, ticket -> refuse(ticket, reason, doer));
  }

  private Outcome refuse(Ticket ticket, String reason, Doer doer) {
    if (reason.isBlank()) {
      return refused(Refusal.REASON_MISSING, ticket);
    }
    Optional<Assignment> handOver =
        rows.handOver(ticket.number()).filter(each -> each.offeredTo(doer.login()));
    Optional<Assignment> current =
        rows.current(ticket.number()).filter(each -> each.worker().equals(doer.login()));
    if (handOver.isEmpty() && current.isEmpty()) {
      return notYours(ticket);
    }
    rows.move(handOver.or(() -> current).orElseThrow(), AssignmentState.REFUSED);
    work.note(ticket, doer.actor(), new Happening.JobRefused(doer.login(), reason.strip()));
    log.info("ticket {} is refused by {}", ticket.number(), doer.login());
    if (handOver.isPresent()) {
      return new Done(ticket);
    }
    if (properties.automatic()) {
      return new Done(distribution.give(ticket));
    }
    String department = current.map(Assignment::department).orElse("");
    return new Done(
        offers.giveToNobody(
            ticket,
            department.isEmpty() ? null : department,
            offers.reason(Reason.Code.REFUSED, ticket, department, doer.login(), reason.strip()),
            doer.actor()));
  }

  /** He is there. */
  public Outcome arrived(TicketNumber number, Doer doer) {
    return with(
        number, doer, ticket -> his(ticket, doer, job -> new Done(arrived(ticket, job, doer))));
  }

  private Ticket arrived(Ticket ticket, Assignment job, Doer doer) {
    if (job.arrivedAt() != null) {
      return ticket;
    }
    rows.arrived(job);
    Ticket begun = work.move(ticket, Verb.START, doer.actor(), "").orElse(ticket);
    work.note(begun, doer.actor(), new Happening.Arrived(doer.login()));
    return begun;
  }

  /** There is no danger any more; the repair may go on. Whoever can say so is there. */
  public Outcome madeSafe(TicketNumber number, Doer doer) {
    return with(
        number,
        doer,
        ticket ->
            his(
                ticket,
                doer,
                job -> {
                  Ticket begun = arrived(ticket, job, doer);
                  if (job.safeAt() == null) {
                    rows.safe(job);
                    work.note(begun, doer.actor(), new Happening.MadeSafe(doer.login()));
                    log.info("ticket {} is safe, says {}", ticket.number(), doer.login());
                  }
                  return new Done(begun);
                }));
  }

  /**
   * It is done.
   *
   * @param words what was done
   */
  public Outcome done(TicketNumber number, String words, Doer doer) {
    Text.require("words", words, MAX_WORDS);
    return with(
        number,
        doer,
        ticket ->
            his(
                ticket,
                doer,
                job -> {
                  if (words.isBlank()) {
                    return refused(Refusal.WORDS_MISSING, ticket);
                  }
                  rows.move(job, AssignmentState.DONE);
                  rows.handOver(ticket.number())
                      .ifPresent(other -> rows.move(other, AssignmentState.REPLACED));
                  return new Done(
                      work.move(ticket, Verb.SOLVE, doer.actor(), words.strip()).orElseThrow());
                }));
  }

  /** Writes something down; whoever sees the ticket may. */
  public Outcome note(TicketNumber number, String words, Doer doer) {
    Text.require("words", words, MAX_WORDS);
    return transactions.run(
        () ->
            work.locked(number)
                .filter(doer::sees)
                .<Outcome>map(
                    ticket -> {
                      if (words.isBlank()) {
                        return refused(Refusal.WORDS_MISSING, ticket);
                      }
                      work.note(ticket, doer.actor(), new Happening.NoteAdded(words.strip()));
                      return new Done(ticket);
                    })
                .orElseGet(() -> new Outcome.Unknown(number.toString())));
  }

  private Outcome his(Ticket ticket, Doer doer, Function<Assignment, Outcome> deed) {
    Optional<Assignment> current = rows.current(ticket.number());
    if (current.filter(job -> job.acceptedBy(doer.login())).isPresent()) {
      return deed.apply(current.get());
    }
    boolean free = current.map(job -> job.offeredTo(doer.login())).orElse(ticket.owner().isEmpty());
    return free ? refused(Refusal.NOT_ACCEPTED, ticket) : notYours(ticket);
  }

  private Outcome with(TicketNumber number, Doer doer, Function<Ticket, Outcome> deed) {
    return transactions.run(
        () -> {
          Optional<Ticket> ticket = work.locked(number).filter(doer::sees);
          if (ticket.isEmpty()) {
            return new Outcome.Unknown(number.toString());
          }
          return State.OPEN.contains(ticket.get().state())
              ? deed.apply(ticket.get())
              : refused(Refusal.FINISHED, ticket.get(), ticket.get().state().code());
        });
  }

  private Outcome notYours(Ticket ticket) {
    return ticket
        .owner()
        .map(owner -> person(Refusal.NOT_YOURS, ticket, owner))
        .orElseGet(() -> refused(Refusal.NOT_ACCEPTED, ticket));
  }

  private static Outcome person(Refusal why, Ticket ticket, String login) {
    return new Refused(why, Refusals.arguments(ticket, login), true);
  }

  private static Outcome refused(Refusal why, Ticket ticket, String... more) {
    return new Refused(why, Refusals.arguments(ticket, more), false);
  }
}
