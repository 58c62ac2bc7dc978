package cn.wuye.hotline.backend.dispatch.api;

import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.work.Assignment;
import cn.wuye.hotline.backend.dispatch.work.AssignmentState;
import cn.wuye.hotline.backend.dispatch.work.Doer;
import cn.wuye.hotline.backend.dispatch.work.JobDesk;
import cn.wuye.hotline.backend.dispatch.work.MyJobs;
import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.dispatch.work.PartyKind;
import cn.wuye.hotline.backend.dispatch.work.Reasons;
import cn.wuye.hotline.backend.dispatch.work.Task;
import cn.wuye.hotline.backend.dispatch.work.TaskState;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Giving tickets to people, and what they do with them. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class JobsController {
  private final JobDesk desk;
  private final MyJobs jobs;
  private final Tasks tasks;
  private final Reasons reasons;
  private final Tickets tickets;
  private final StaffNames staff;
  private final Clock clock;

  JobsController(
      JobDesk desk,
      MyJobs jobs,
      Tasks tasks,
      Reasons reasons,
      Tickets tickets,
      StaffNames staff,
      Clock clock) {
    this.desk = desk;
    this.jobs = jobs;
    this.tasks = tasks;
    this.reasons = reasons;
    this.tickets = tickets;
    this.staff = staff;
    this.clock = clock;
  }

  /** What can be done about a job. */
  enum Deed implements Coded {
    ACCEPT("accept"),
    REFUSE("refuse"),
    ARRIVED("arrived"),
    MADE_SAFE("made-safe"),
    HAND_OVER("hand-over"),
    DONE("done");

    private final String code;

    Deed(String code) {
      this.code = code;
    }

    @Override
    @JsonValue
    public String code() {
      return code;
    }
  }

  /** Gives it to somebody. */
  record AssignmentRequest(
      @Nullable Long version, @Nullable String worker, @Nullable String reason) {}

  /**
   * @param words why not, what was done, or why it is handed over
   * @param worker login, of whom it is handed over to
   */
  record DeedRequest(@Nullable Deed deed, @Nullable String words, @Nullable String worker) {}

  /** Moves a task on. */
  record TaskRequest(@Nullable TaskState state, @Nullable String words) {}

  /**
   * Who has it.
   *
   * @param reason why, in the reader's language; null for none
   */
  record JobView(
      TicketNumber number,
      long version,
      State state,
      @Nullable String owner,
      @Nullable String ownerName,
      @Nullable String department,
      @Nullable String reason,
      List<OfferView> offers,
      List<TaskView> tasks) {}

  /** To whom it is offered, or who has accepted it. */
  record OfferView(
      String worker,
      AssignmentState state,
      boolean handOver,
      @Nullable Instant arrivedAt,
      @Nullable Instant safeAt) {
    static OfferView of(Assignment assignment) {
      return new OfferView(
          assignment.worker(),
          assignment.state(),
          assignment.handOver(),
          assignment.arrivedAt(),
          assignment.safeAt());
    }
  }

  /**
   * A task of somebody who helps.
   *
   * @param dueAt null while its clock is paused, and when no rule gives it one
   * @param late whether it was not done in time
   */
  record TaskView(
      String id,
      PartyKind kind,
      String party,
      TaskState state,
      Instant openedAt,
      @Nullable Instant dueAt,
      boolean late,
      String words) {
    static TaskView of(Task task, Instant now) {
      return new TaskView(
          Long.toString(task.id()),
          task.kind(),
          task.party(),
          task.state(),
          task.openedAt(),
          task.dueAt(),
          task.late(now),
          task.words());
    }
  }

  @GetMapping("/job")
  JobView job(
      @PathVariable String number, @AuthenticationPrincipal SignedInUser me, Locale locale) {
    return view(
        tickets.find(known(number), me.scope()).orElseThrow(() -> unknown(number).exception()),
        locale);
  }

  @PostMapping("/assignments")
  JobView assign(
      @PathVariable String number,
      @RequestBody AssignmentRequest request,
      @AuthenticationPrincipal SignedInUser me,
      Locale locale) {
    new FieldCheck()
        .required("version", request.version())
        .required("worker", request.worker())
        .text("worker", request.worker(), 60)
        .required("reason", request.reason())
        .text("reason", request.reason(), 500)
        .done();
    return view(
        desk.assign(
            known(number),
            Objects.requireNonNull(request.version()),
            Objects.requireNonNull(request.worker()),
            Objects.requireNonNull(request.reason()),
            doer(me)),
        locale);
  }

  @PostMapping("/deeds")
  JobView act(
      @PathVariable String number,
      @RequestBody DeedRequest request,
      @AuthenticationPrincipal SignedInUser me,
      Locale locale) {
    new FieldCheck()
        .required("deed", request.deed())
        .text("words", request.words(), JobDesk.MAX_WORDS)
        .text("worker", request.worker(), 60)
        .done();
    TicketNumber ticket = known(number);
    String words = Objects.requireNonNullElse(request.words(), "");
    String worker = Objects.requireNonNullElse(request.worker(), "");
    Doer doer = doer(me);
    return view(
        switch (Objects.requireNonNull(request.deed())) {
          case ACCEPT -> desk.accept(ticket, doer);
          case REFUSE -> desk.refuse(ticket, words, doer);
          case ARRIVED -> desk.arrived(ticket, doer);
          case MADE_SAFE -> desk.madeSafe(ticket, doer);
          case HAND_OVER -> desk.handOver(ticket, worker, words, doer);
          case DONE -> desk.done(ticket, words, doer);
        },
        locale);
  }

  @PostMapping("/tasks/{id}")
  JobView move(
      @PathVariable String number,
      @PathVariable String id,
      @RequestBody TaskRequest request,
      @AuthenticationPrincipal SignedInUser me,
      Locale locale) {
    new FieldCheck()
        .required("state", request.state())
        .text("words", request.words(), Tasks.MAX_WORDS)
        .done();
    TicketNumber ticket = known(number);
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw Problem.of(HttpStatus.NOT_FOUND, "task-unknown", id).exception();
    }
    return view(
        tasks.move(
            ticket,
            Long.parseLong(id),
            Objects.requireNonNull(request.state()),
            Objects.requireNonNullElse(request.words(), ""),
            doer(me)),
        locale);
  }

  private JobView view(Outcome outcome, Locale locale) {
    if (outcome instanceof Outcome.Done done) {
      return view(done.ticket(), locale);
    }
    if (outcome instanceof Outcome.Stale stale) {
      Ticket now = stale.changed().now();
      throw Problem.of(HttpStatus.CONFLICT, "ticket-changed", "-", now.number(), now.version())
          .with("version", now.version())
          .exception();
    }
    if (outcome instanceof Outcome.Refused refused) {
      List<Object> arguments = new ArrayList<>(refused.arguments());
      if (refused.person()) {
        arguments.set(1, staff.of(refused.arguments().get(1)));
      }
      throw Problem.of(HttpStatus.CONFLICT, refused.why().code(), arguments.toArray()).exception();
    }
    String what = ((Outcome.Unknown) outcome).what();
    throw (what.contains("/")
            ? Problem.of(HttpStatus.NOT_FOUND, "task-unknown", what)
            : unknown(what))
        .exception();
  }

  private JobView view(Ticket ticket, Locale locale) {
    Instant now = clock.instant();
    Reason reason = reasons.of(List.of(ticket.number())).get(ticket.number());
    return new JobView(
        ticket.number(),
        ticket.version(),
        ticket.state(),
        ticket.owner().orElse(null),
        ticket.owner().map(staff::of).orElse(null),
        ticket.department().orElse(null),
        reason == null ? null : reason.named(staff::of).sentence(locale),
        jobs.live(ticket.number()).stream().map(OfferView::of).toList(),
        tasks.of(ticket.number()).stream().map(task -> TaskView.of(task, now)).toList());
  }

  private static Doer doer(SignedInUser me) {
    return new Doer(me.getUsername(), me.scope(), me.dispatches());
  }

  private static TicketNumber known(String number) {
    return TicketNumber.find(number).orElseThrow(() -> unknown(number).exception());
  }

  private static Problem unknown(String number) {
    return Problem.of(HttpStatus.NOT_FOUND, "ticket-unknown", number);
  }
}
