package cn.wuye.hotline.backend.user;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Transactions;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Changes what is set for one estate: by an administrator who sees it, audited. */
@Component
public class EstateSettings {
  private final Transactions transactions;
  private final Audit audit;

  EstateSettings(Transactions transactions, Audit audit) {
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * Changes a setting and writes that down, both or neither.
   *
   * @param what is set, as the audit names it
   * @param values what holds from now on, for the audit
   * @param write writes it; may run several times
   * @throws AccessDeniedException when it is not hers to say
   */
  public void change(
      String what, EstateId estate, Map<String, ?> values, SignedInUser by, Runnable write) {
    if (!by.administers() || !by.scope().sees(estate)) {
      throw new AccessDeniedException("only its administrators set " + what + " of an estate");
    }
    transactions.run(
        () -> {
          write.run();
          audit.record(
              Audit.user(by.getUsername()),
              AuditAction.SETTING_CHANGED,
              what + ":" + estate,
              values);
          return true;
        });
  }
}
