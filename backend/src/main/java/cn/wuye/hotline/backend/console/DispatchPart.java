package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.Department;
import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.photo.Photo;
import cn.wuye.hotline.backend.dispatch.photo.Photos;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.work.Assignment;
import cn.wuye.hotline.backend.dispatch.work.AssignmentState;
import cn.wuye.hotline.backend.dispatch.work.Candidates;
import cn.wuye.hotline.backend.dispatch.work.MyJobs;
import cn.wuye.hotline.backend.dispatch.work.PartyNames;
import cn.wuye.hotline.backend.dispatch.work.Reasons;
import cn.wuye.hotline.backend.dispatch.work.Task;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Who a ticket is with, and why: the part of its page. */
@Component
class DispatchPart {
  private final Reasons reasons;
  private final MyJobs jobs;
  private final Tasks tasks;
  private final Photos photos;
  private final Candidates candidates;
  private final DispatchPlan plan;
  private final StaffNames staff;
  private final JobSentences sentences;
  private final Labels labels;
  private final Clock clock;

  DispatchPart(
      Reasons reasons,
      MyJobs jobs,
      Tasks tasks,
      Photos photos,
      Candidates candidates,
      DispatchPlan plan,
      StaffNames staff,
      JobSentences sentences,
      Labels labels,
      Clock clock) {
    this.reasons = reasons;
    this.jobs = jobs;
    this.tasks = tasks;
    this.photos = photos;
    this.candidates = candidates;
    this.plan = plan;
    this.staff = staff;
    this.sentences = sentences;
    this.labels = labels;
    this.clock = clock;
  }

  /**
   * Who has it.
   *
   * @param owner name; empty string for nobody
   * @param standing whether he has answered; empty string when there is nothing to say
   * @param reason empty string for none
   */
  record WhoView(String owner, String department, String standing, String reason) {}

  /**
   * A task of somebody who helps, in words.
   *
   * @param due empty when it has no clock, or that is paused
   */
  record TaskView(
      long id, String party, String state, String due, boolean late, boolean open, String words) {}

  /** Adds {@code who, tasks, photos, candidates} to a page. */
  void add(TicketRow row, SignedInUser reader, Model model) {
    Optional<Reason> reason =
        Optional.ofNullable(reasons.of(List.of(row.number())).get(row.number()));
    model.addAttribute(
        "who",
        new WhoView(
            row.owner().isEmpty() ? "" : staff.of(row.owner()),
            department(row.department()),
            standing(jobs.live(row.number())),
            reason.map(sentences::of).orElse("")));
    PartyNames names = tasks.partyNames();
    boolean open = State.OPEN.contains(row.state());
    model.addAttribute(
        "tasks", tasks.of(row.number()).stream().map(task -> view(task, names, open)).toList());
    model.addAttribute("photos", photos.of(row.number()).stream().map(Photo::id).toList());
    model.addAttribute("candidates", reader.dispatches() ? choices(row) : List.of());
  }

  private List<Choice> choices(TicketRow row) {
    Map<String, String> departments =
        plan.departments().stream()
            .map(DispatchPlan.Kept::department)
            .collect(Collectors.toMap(Department::code, this::name));
    return candidates.of(row.number(), row.contents(), row.department()).stream()
        .map(
            each ->
                new Choice(
                    each.login(), name(each, departments.getOrDefault(each.department(), ""))))
        .toList();
  }

  /** The name of a department; empty string for none. */
  String department(String code) {
    return plan.department(code).map(this::name).orElse("");
  }

  private String name(Department department) {
    return labels.chinese() ? department.zh() : department.en();
  }

  private String standing(List<Assignment> live) {
    return live.stream()
        .map(
            job -> {
              if (job.handOver()) {
                return labels.text("dispatch.standing.hand-over", staff.of(job.worker()));
              }
              return job.state() == AssignmentState.OFFERED
                  ? labels.text("dispatch.standing.offered")
                  : labels.text("dispatch.standing." + reached(job));
            })
        .reduce((first, second) -> first + " " + second)
        .orElse("");
  }

  private static String reached(Assignment job) {
    if (job.safeAt() != null) {
      return "safe";
    }
    return job.arrivedAt() == null ? "accepted" : "arrived";
  }

  private String name(Candidates.Candidate each, String department) {
    return labels.text(
        "dispatch.candidate" + standing(each), each.name(), department, each.load(), each.place());
  }

  private static String standing(Candidates.Candidate each) {
    if (each.refused()) {
      return ".refused";
    }
    if (!each.onShift()) {
      return ".off";
    }
    return each.place().isEmpty() ? "" : ".near";
  }

  /**
   * @param open whether the ticket is, so that the task can be moved on
   */
  TaskView view(Task task, PartyNames names, boolean open) {
    return new TaskView(
        task.id(),
        names.of(task),
        labels.name("task-state", task.state()),
        task.dueAt() == null ? "" : labels.time(task.dueAt()),
        task.late(clock.instant()),
        open && !task.state().next().isEmpty(),
        task.words());
  }
}
