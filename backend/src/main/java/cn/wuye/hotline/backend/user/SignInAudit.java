package cn.wuye.hotline.backend.user;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Writes down who signed in to the console, who signed out, and who tried in vain. The API, which
 * signs in with every request, leaves only its failures.
 */
@Component
class SignInAudit {
  private static final Logger log = LoggerFactory.getLogger(SignInAudit.class);

  private final Audit audit;

  SignInAudit(Audit audit) {
    this.audit = audit;
  }

  @EventListener
  void signedIn(InteractiveAuthenticationSuccessEvent event) {
    record(AuditAction.SIGNED_IN, event.getAuthentication());
  }

  @EventListener
  void signedOut(LogoutSuccessEvent event) {
    record(AuditAction.SIGNED_OUT, event.getAuthentication());
  }

  /**
   * @param name as typed, printable
   */
  void failed(String name, String address) {
    record(AuditAction.SIGN_IN_FAILED, name, address);
  }

  private void record(AuditAction action, Authentication who) {
    String address =
        who.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    record(action, who.getName(), address);
  }

  private void record(AuditAction action, String name, String address) {
    try {
      audit.record(Audit.user(name), action, Audit.user(name), Map.of("address", address));
    } catch (DataAccessException | TransactionException away) {
      log.warn("not in the audit, the database is away: {} {} from {}", action, name, address);
    }
  }
}
