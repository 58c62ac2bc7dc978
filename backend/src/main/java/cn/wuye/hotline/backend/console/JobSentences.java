package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.dispatch.work.Refusal;
import cn.wuye.hotline.backend.user.StaffNames;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why somebody has a job, and why something cannot be done about it, in words. */
@Component
public class JobSentences {
  private final Labels labels;
  private final StaffNames staff;

  JobSentences(Labels labels, StaffNames staff) {
    this.labels = labels;
    this.staff = staff;
  }

  String of(Reason reason) {
    return reason.named(staff::of).sentence(labels.locale());
  }

  public String of(Outcome.Refused refused) {
    List<Object> shown = new ArrayList<>(refused.arguments());
    if (refused.person()) {
      shown.set(1, staff.of(refused.arguments().get(1)));
    } else if (refused.why() == Refusal.FINISHED) {
      shown.set(1, labels.name("state", refused.arguments().get(1)));
    } else if (refused.why() == Refusal.TASK_MOVED) {
      shown.set(1, labels.name("task-state", refused.arguments().get(1)));
    }
    return labels.text("problem." + refused.why().code() + ".detail", shown.toArray());
  }
}
