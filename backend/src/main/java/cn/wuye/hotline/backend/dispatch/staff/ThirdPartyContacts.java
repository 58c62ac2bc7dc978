package cn.wuye.hotline.backend.dispatch.staff;

import cn.wuye.hotline.backend.message.Contacts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Third parties are reached as their contract says. */
@Component
class ThirdPartyContacts implements Contacts {
  private final DispatchPlan plan;

  ThirdPartyContacts(DispatchPlan plan) {
    this.plan = plan;
  }

  @Override
  public Optional<Contact> thirdParty(String code) {
    return plan.thirdParty(code)
        .map(
            company ->
                new Contact(company.phone(), company.email().isEmpty() ? null : company.email()));
  }
}
