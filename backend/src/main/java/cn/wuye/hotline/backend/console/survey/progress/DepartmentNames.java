package cn.wuye.hotline.backend.console.survey.progress;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What departments are called in the language that the user reads. */
@Component
class DepartmentNames {
  private final DispatchPlan plan;
  private final Labels labels;

  DepartmentNames(DispatchPlan plan, Labels labels) {
    this.plan = plan;
    this.labels = labels;
  }

  /** By their codes. */
  Map<String, String> all() {
    return plan.departments().stream()
        .map(DispatchPlan.Kept::department)
        .collect(
            Collectors.toMap(
                department -> department.code(),
                department -> labels.chinese() ? department.zh() : department.en()));
  }
}
