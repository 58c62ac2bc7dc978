package cn.wuye.hotline.backend.compensation;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Up to which worth who may approve. */
@Component
public class Limits {
  /** No limit. */
  public static final long ANY = Long.MAX_VALUE;

  /** May approve nothing. */
  public static final long NONE = -1;

  /** The roles that can have a limit, in the order of their forms. */
  public static final List<Role> ROLES =
      List.of(Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN);

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Audit audit;

  Limits(JdbcClient jdbc, Transactions transactions, Audit audit) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** Role to limit in hundredths of a yuan; roles that approve nothing are not there. */
  public Map<Role, Long> all() {
    Map<Role, Long> limits = new TreeMap<>();
    jdbc.sql("SELECT role, cents FROM compensation_limit")
        .query(
            (row, n) -> {
              long cents = row.getLong("cents");
              return Map.entry(row.getString("role"), row.wasNull() ? ANY : cents);
            })
        .list()
        .forEach(
            limit ->
                Role.ofCode(limit.getKey()).ifPresent(role -> limits.put(role, limit.getValue())));
    return limits;
  }

  /**
   * The highest of a user's roles. An administrator of some estates counts as a manager: what has
   * no limit is for those who administer all.
   */
  public long of(SignedInUser user) {
    Map<Role, Long> limits = all();
    return user.roles().stream()
        .map(role -> role == Role.ADMIN && !user.administersAll() ? Role.MANAGER : role)
        .mapToLong(role -> limits.getOrDefault(role, NONE))
        .max()
        .orElse(NONE);
  }

  /**
   * Sets all limits.
   *
   * @param wanted what is not there approves nothing; {@link #ANY}: no limit
   */
  public void save(Map<Role, Long> wanted, SignedInUser by) {
    if (!by.administersAll()) {
      throw new AccessDeniedException("limits are set for the whole company");
    }
    transactions.run(
        () -> {
          jdbc.sql("DELETE FROM compensation_limit").update();
          Map<String, Object> details = new LinkedHashMap<>();
          new TreeMap<>(wanted)
              .forEach(
                  (role, cents) -> {
                    jdbc.sql("INSERT INTO compensation_limit (role, cents) VALUES (:role, :cents)")
                        .param("role", role.code())
                        .param("cents", cents == ANY ? null : cents)
                        .update();
                    details.put(role.code(), cents == ANY ? "any" : cents);
                  });
          audit.record(
              Audit.user(by.getUsername()),
              AuditAction.SETTING_CHANGED,
              "compensation-limits",
              details);
          return true;
        });
  }
}
