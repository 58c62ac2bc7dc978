package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.Department;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.ThirdParty;
import java.util.Map;
import java.util.stream.Collectors;

/** What departments and third parties are called, read once for many tasks. */
public final class PartyNames {
  private final Map<String, String> departments;
  private final Map<String, String> thirdParties;

  private PartyNames(Map<String, String> departments, Map<String, String> thirdParties) {
    this.departments = departments;
    this.thirdParties = thirdParties;
  }

  static PartyNames of(DispatchPlan plan) {
    return new PartyNames(
        plan.departments().stream()
            .map(DispatchPlan.Kept::department)
            .collect(Collectors.toMap(Department::code, Department::zh)),
        plan.thirdParties().stream().collect(Collectors.toMap(ThirdParty::code, ThirdParty::name)));
  }

  /** Whose a task is; the code when there is none such (any more). */
  public String of(Task task) {
    return (task.kind() == PartyKind.DEPARTMENT ? departments : thirdParties)
        .getOrDefault(task.party(), task.party());
  }
}
