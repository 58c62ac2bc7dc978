package cn.wuye.hotline.backend.message.contact;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.message.channel.Masked;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** How staff are reached, by login. */
@Component
public class StaffContacts {
  private static final AuditAction CHANGED = new AuditAction("user.contact-changed");

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Audit audit;

  StaffContacts(JdbcClient jdbc, Transactions transactions, Audit audit) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** Empty when there is no such login, or it is disabled. */
  public Optional<StaffContact> reachable(String login) {
    return find(login, "AND u.enabled");
  }

  /** What is known; nothing when there is no such login. */
  public StaffContact of(String login) {
    return find(login, "").orElse(StaffContact.UNKNOWN);
  }

  private Optional<StaffContact> find(String login, String condition) {
    return jdbc.sql(
            "SELECT COALESCE(c.mobile, '') AS mobile, COALESCE(c.email, '') AS email,"
                + " COALESCE(c.language, 'zh') AS language FROM app_user u"
                + " LEFT JOIN staff_contact c ON c.user_id = u.id WHERE u.username = ? "
                + condition)
        .param(login)
        .query(StaffContacts::contact)
        .optional();
  }

  /** What is wrong with it: field to message key. */
  public Map<String, String> check(StaffContact wanted) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (!ContactCheck.mobile(wanted.mobile())) {
      wrong.put("mobile", "contact.error.mobile");
    }
    if (!ContactCheck.email(wanted.email())) {
      wrong.put("email", "contact.error.email");
    }
    return wrong;
  }

  /** Keeps it for a login that exists; {@link #check} found nothing. */
  public void save(String login, StaffContact wanted, SignedInUser by) {
    if (!by.administersAll()) {
      throw new AccessDeniedException("changes no users");
    }
    transactions.run(() -> keep(login, wanted, by));
  }

  private boolean keep(String login, StaffContact wanted, SignedInUser by) {
    StaffContact before = of(login);
    if (before.equals(wanted)) {
      return false;
    }
    jdbc.sql(
            "INSERT INTO staff_contact (user_id, mobile, email, language)"
                + " SELECT id, :mobile, :email, :language FROM app_user WHERE username = :login"
                + " ON DUPLICATE KEY UPDATE mobile = :mobile, email = :email, language = :language")
        .param("mobile", wanted.mobile())
        .param("email", wanted.email())
        .param("language", wanted.language().code())
        .param("login", login)
        .update();
    audit.record(
        Audit.user(by.getUsername()),
        CHANGED,
        Audit.user(login),
        Map.of("from", shown(before), "to", shown(wanted)));
    return true;
  }

  private static String shown(StaffContact contact) {
    return Masked.text(
        (contact.mobile() + " " + contact.email() + " " + contact.language().code()).strip());
  }

  private static StaffContact contact(ResultSet row, int n) throws SQLException {
    return new StaffContact(
        Objects.requireNonNull(row.getString("mobile")),
        Objects.requireNonNull(row.getString("email")),
        Coded.find(Language.class, Objects.requireNonNull(row.getString("language")))
            .orElse(Language.CHINESE));
  }
}
