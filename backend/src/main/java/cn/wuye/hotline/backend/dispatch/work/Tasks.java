package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.Department;
import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.ThirdParty;
import cn.wuye.hotline.backend.dispatch.work.Outcome.Done;
import cn.wuye.hotline.backend.dispatch.work.Outcome.Refused;
import cn.wuye.hotline.backend.dispatch.work.Outcome.Unknown;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The tasks of those who help with a ticket: departments and third parties. */
@Component
public class Tasks {
  /** Longest words with a task, in characters. */
  public static final int MAX_WORDS = 2000;

  private static final Actor MACHINE = Actor.system("dispatch");

  private final TaskRows rows;
  private final TicketWork work;
  private final Crew crew;
  private final DispatchPlan plan;
  private final Notices notices;
  private final Transactions transactions;

  Tasks(
      TaskRows rows,
      TicketWork work,
      Crew crew,
      DispatchPlan plan,
      Notices notices,
      Transactions transactions) {
    this.rows = rows;
    this.work = work;
    this.crew = crew;
    this.plan = plan;
    this.notices = notices;
    this.transactions = transactions;
  }

  /** Those of a ticket, as they were opened. The ticket itself must be visible to who asks. */
  public List<Task> of(TicketNumber ticket) {
    return rows.of(ticket);
  }

  /** What the doer's department has still to do for others, the one that is due first first. */
  public List<Task> openFor(Doer doer) {
    return crew.find(doer.login()).map(CrewMember::department).stream()
        .flatMap(department -> rows.openOf(department, doer.scope()).stream())
        .toList();
  }

  /** Opens those of a row of the matrix that a locked ticket does not have yet. */
  void open(Ticket ticket, Responsibility row) {
    row.helpers().forEach(helper -> open(ticket, PartyKind.DEPARTMENT, helper));
    if (!row.thirdParty().isEmpty()) {
      open(ticket, PartyKind.THIRD_PARTY, row.thirdParty());
    }
  }

  /** False when it has one already. */
  private boolean open(Ticket ticket, PartyKind kind, String party) {
    List<Task> known = rows.of(ticket.number());
    if (known.stream().anyMatch(task -> task.kind() == kind && task.party().equals(party))) {
      return false;
    }
    long id = rows.add(ticket.number(), known.size() + 1, kind, party);
    note(ticket, MACHINE, kind, party, TaskState.OPEN, "");
    if (kind == PartyKind.THIRD_PARTY) {
      notices.offered(ticket, party, id);
    } else {
      notices.asked(ticket, party, id, ticket.owner().map(this::name).orElse(""));
    }
    return true;
  }

  /**
   * Moves a task on. A third party's tasks are moved by dispatchers and by those who are
   * responsible for the ticket; a refused one goes to the reserve supplier, if there is one.
   *
   * @param words what was done, or why it is refused; needed for both
   */
  public Outcome move(TicketNumber number, long id, TaskState to, String words, Doer doer) {
    Text.require("words", words, MAX_WORDS);
    return transactions.run(
        () -> {
          Optional<Ticket> ticket = work.locked(number).filter(doer::sees);
          Optional<Task> task = rows.find(id).filter(found -> found.ticket().equals(number));
          return ticket.isEmpty() || task.isEmpty()
              ? new Unknown(number + "/" + id)
              : move(ticket.get(), task.get(), to, words, doer);
        });
  }

  /**
   * A third party moves its own task on, by its link.
   *
   * @param words as with {@link #move}
   */
  public Outcome moveByParty(long id, TaskState to, String words) {
    Text.require("words", words, MAX_WORDS);
    return transactions.run(
        () -> {
          Optional<Ticket> ticket =
              rows.find(id)
                  .filter(task -> task.kind() == PartyKind.THIRD_PARTY)
                  .flatMap(task -> work.locked(task.ticket()));
          if (ticket.isEmpty()) {
            return new Unknown("task " + id);
          }
          if (!State.OPEN.contains(ticket.get().state())) {
            return refused(Refusal.FINISHED, ticket.get(), ticket.get().state().code());
          }
          Task task = rows.find(id).orElseThrow();
          return moved(ticket.get(), task, to, words, party(task.party()), "");
        });
  }

  /** A third party as those who do something to a ticket are known. */
  public static Actor party(String code) {
    return Actor.system(PartyKind.THIRD_PARTY.code() + ":" + code);
  }

  /**
   * Opens the task of a third party's reserve supplier on a locked ticket, unless it has one.
   *
   * @return who was called; empty when the third party has no reserve, or one that has been called
   */
  public Optional<String> callReserve(Ticket ticket, String party) {
    return plan.thirdParty(party)
        .map(ThirdParty::reserve)
        .filter(code -> !code.isEmpty())
        .filter(code -> open(ticket, PartyKind.THIRD_PARTY, code));
  }

  private Outcome move(Ticket ticket, Task task, TaskState to, String words, Doer doer) {
    return mayMove(ticket, task, doer)
        ? moved(ticket, task, to, words, doer.actor(), doer.login())
        : refused(Refusal.TASK_NOT_YOURS, ticket, partyName(task.kind(), task.party()));
  }

  private Outcome moved(
      Ticket ticket, Task task, TaskState to, String words, Actor actor, String worker) {
    if (task.state() == to && to != TaskState.OPEN) {
      return new Done(ticket);
    }
    if (!State.OPEN.contains(ticket.state())) {
      return refused(Refusal.FINISHED, ticket, ticket.state().code());
    }
    if (!task.state().next().contains(to)) {
      return refused(
          Refusal.TASK_MOVED,
          ticket,
          task.state().code(),
          task.state().next().stream().map(Coded::code).collect(Collectors.joining(", ")));
    }
    if (to != TaskState.ACCEPTED && words.isBlank()) {
      return refused(to == TaskState.DONE ? Refusal.WORDS_MISSING : Refusal.REASON_MISSING, ticket);
    }
    rows.move(task, to, worker, words.strip());
    note(ticket, actor, task.kind(), task.party(), to, words.strip());
    if (to == TaskState.REFUSED) {
      if (task.kind() == PartyKind.THIRD_PARTY) {
        callReserve(ticket, task.party());
      }
      // Who refuses for somebody else knows it already.
      if (ticket.owner().filter(worker::equals).isEmpty()) {
        notices.away(ticket, partyName(task.kind(), task.party()), task.id(), "help-away.refused");
      }
    }
    return new Done(ticket);
  }

  /** Tells the owner of a locked ticket that a helper is not there in time. */
  public void late(Ticket ticket, long task) {
    rows.find(task)
        .ifPresent(
            found ->
                notices.away(
                    ticket, partyName(found.kind(), found.party()), task, "help-away.late"));
  }

  private String name(String login) {
    return crew.find(login).map(CrewMember::name).orElse(login);
  }

  private boolean mayMove(Ticket ticket, Task task, Doer doer) {
    if (doer.dispatches() || ticket.owner().filter(doer.login()::equals).isPresent()) {
      return true;
    }
    return task.kind() == PartyKind.DEPARTMENT
        && crew.find(doer.login())
            .filter(member -> member.department().equals(task.party()))
            .isPresent();
  }

  /** What a department or third party is called; its code when there is none such (any more). */
  public String partyName(PartyKind kind, String code) {
    return kind == PartyKind.DEPARTMENT
        ? plan.department(code).map(Department::zh).orElse(code)
        : plan.thirdParty(code).map(ThirdParty::name).orElse(code);
  }

  /** Whose the task with this number among the ticket's is; empty when there is none. */
  public String partyName(TicketNumber ticket, int number) {
    return rows.of(ticket).stream()
        .filter(task -> task.number() == number)
        .map(task -> partyName(task.kind(), task.party()))
        .findFirst()
        .orElse("");
  }

  /** The same for many tasks. */
  public PartyNames partyNames() {
    return PartyNames.of(plan);
  }

  private void note(
      Ticket ticket, Actor actor, PartyKind kind, String party, TaskState state, String words) {
    work.note(ticket, actor, new Happening.TaskMoved(kind.code(), party, state.code(), words));
  }

  private static Refused refused(Refusal why, Ticket ticket, String... more) {
    return new Refused(why, Refusals.arguments(ticket, more), false);
  }
}
