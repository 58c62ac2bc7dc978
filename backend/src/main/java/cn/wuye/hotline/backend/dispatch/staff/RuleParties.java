package cn.wuye.hotline.backend.dispatch.staff;

import cn.wuye.hotline.backend.deadline.settings.ThirdParties;
import org.springframework.stereotype.Component;

/** Answers for which companies there can be deadline rules. */
@Component
class RuleParties implements ThirdParties {
  private final DispatchPlan plan;

  RuleParties(DispatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public boolean knows(String code) {
    return plan.thirdParty(code).isPresent();
  }
}
