package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.Department;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.work.Candidates;
import cn.wuye.hotline.backend.dispatch.work.JobDesk;
import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whom a dispatcher gives tickets to, as one choice: people by their logins, and departments, whose
 * crew takes them.
 */
@Component
public class JobTakers {
  /** Stands before a department's code, and in no login. */
  private static final String DEPARTMENT = "department:";

  private final JobDesk desk;
  private final Candidates candidates;
  private final DispatchPlan plan;
  private final StaffNames staff;
  private final Labels labels;

  JobTakers(
      JobDesk desk, Candidates candidates, DispatchPlan plan, StaffNames staff, Labels labels) {
    this.desk = desk;
    this.candidates = candidates;
    this.plan = plan;
    this.staff = staff;
    this.labels = labels;
  }

  /**
   * Gives a ticket away.
   *
   * @param to what was chosen
   */
  public Outcome give(
      TicketNumber ticket, long version, String to, String reason, SignedInUser me) {
    return department(to)
        .map(code -> desk.assignToDepartment(ticket, version, code, reason, Doers.of(me)))
        .orElseGet(() -> desk.assign(ticket, version, to, reason, Doers.of(me)));
  }

  /** What {@link #give} would answer just now. */
  public Outcome foreseen(TicketNumber ticket, String to, String reason, SignedInUser me) {
    return department(to)
        .map(code -> desk.foreseenForDepartment(ticket, code, reason, Doers.of(me)))
        .orElseGet(() -> desk.foreseen(ticket, to, reason, Doers.of(me)));
  }

  /** What it is called; what was sent when it is not known. */
  public String name(String to) {
    return department(to)
        .map(code -> plan.department(code).map(this::name).orElse(code))
        .orElseGet(() -> staff.of(to));
  }

  /** The departments and the people that work in at least one of these estates. */
  public List<Choice> choices(Collection<Optional<EstateId>> estates) {
    List<CrewMember> members = candidates.of(estates);
    List<Choice> choices =
        new ArrayList<>(departments(members.stream().map(CrewMember::department).toList()));
    members.forEach(
        member ->
            choices.add(
                new Choice(
                    member.login(),
                    labels.text(
                        "dispatch.candidate.name",
                        member.name(),
                        plan.department(member.department()).map(this::name).orElse("")))));
    return choices;
  }

  /** Departments as choices, in the order of the plan; only those named. */
  List<Choice> departments(Collection<String> codes) {
    return plan.departments().stream()
        .map(DispatchPlan.Kept::department)
        .filter(department -> codes.contains(department.code()))
        .map(
            department ->
                new Choice(
                    DEPARTMENT + department.code(),
                    labels.text("dispatch.candidate.department", name(department))))
        .toList();
  }

  private String name(Department department) {
    return labels.chinese() ? department.zh() : department.en();
  }

  private static Optional<String> department(String to) {
    return to.startsWith(DEPARTMENT)
        ? Optional.of(to.substring(DEPARTMENT.length()))
        : Optional.empty();
  }
}
