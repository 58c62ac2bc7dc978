package cn.wuye.hotline.backend.user;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** What an administrator does to the accounts of staff. */
@Component
public class StaffAccounts {
  private static final Logger log = LoggerFactory.getLogger(StaffAccounts.class);
  private static final int SHORTEST_PASSWORD = 10;
  // What bcrypt looks at.
  private static final int LONGEST_PASSWORD_BYTES = 72;

  private final Users users;
  private final PasswordEncoder passwords;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final Transactions transactions;
  private final Audit audit;

  StaffAccounts(
      Users users,
      PasswordEncoder passwords,
      FindByIndexNameSessionRepository<? extends Session> sessions,
      Transactions transactions,
      Audit audit) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** All, by name. */
  public List<StaffAccount> all() {
    return users.all().stream().map(StaffAccount::of).toList();
  }

  public Optional<StaffAccount> find(long id) {
    return users.byId(id).map(StaffAccount::of);
  }

  /**
   * Adds or changes an account. A change ends the user's sessions, on every node.
   *
   * @param password empty keeps the present one
   * @param by who does it; nobody takes her own administration away
   * @return what is wrong: field to message key; empty when it is done
   */
  public Map<String, String> save(StaffAccount wanted, String password, SignedInUser by) {
    Map<String, String> wrong = check(wanted, password);
    if (wanted.id() == by.id() && !(wanted.enabled() && wanted.roles().contains(Role.ADMIN))) {
      wrong.put("roles", "users.error.self");
    }
    if (!wrong.isEmpty()) {
      return wrong;
    }
    return wanted.id() == 0 ? add(wanted, password, by) : change(wanted, password, by);
  }

  private static Map<String, String> check(StaffAccount wanted, String password) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (!wanted.username().matches("[\\p{L}0-9._-]{2,60}")) {
      wrong.put("username", "users.error.username");
    }
    if (wanted.displayName().isBlank() || wanted.displayName().length() > 60) {
      wrong.put("displayName", "users.error.displayName");
    }
    boolean given = !password.isEmpty();
    if ((wanted.id() == 0 || given)
        && (password.length() < SHORTEST_PASSWORD
            || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES)) {
      wrong.put("password", "users.error.password");
    }
    if (wanted.roles().isEmpty()) {
      wrong.put("roles", "users.error.roles");
    }
    return wrong;
  }

  private Map<String, String> add(StaffAccount wanted, String password, SignedInUser by) {
    try {
      StaffUser added = user(wanted, encoded(password));
      transactions.run(
          () -> {
            long id = users.add(added);
            record(by, AuditAction.USER_ADDED, added, rights(added));
            return id;
          });
      log.info("user {} added by {}: {}", wanted.username(), by, wanted.roles());
      return Map.of();
    } catch (DuplicateKeyException taken) {
      return Map.of("username", "users.error.taken");
    }
  }

  private Map<String, String> change(StaffAccount wanted, String password, SignedInUser by) {
    Optional<StaffUser> before = users.byId(wanted.id());
    if (before.isEmpty()) {
      return Map.of("username", "users.error.gone");
    }
    String hash = password.isEmpty() ? before.get().passwordHash() : encoded(password);
    StaffUser after = user(wanted, hash);
    if (!transactions.run(() -> change(before.get(), after, !password.isEmpty(), by))) {
      return Map.of("version", "users.error.stale");
    }
    String name = before.get().username();
    int ended = end(name);
    log.info(
        "user {} changed by {}: enabled={} {}, {} sessions ended; they sign in anew",
        name,
        by,
        wanted.enabled(),
        wanted.roles(),
        ended);
    return Map.of();
  }

  private boolean change(StaffUser before, StaffUser after, boolean newPassword, SignedInUser by) {
    if (!users.change(after)) {
      return false;
    }
    Map<String, Object> changes = new LinkedHashMap<>();
    Map<String, Object> were = rights(before);
    rights(after)
        .forEach(
            (what, now) -> {
              if (!now.equals(were.get(what))) {
                changes.put(what, Map.of("from", String.valueOf(were.get(what)), "to", now));
              }
            });
    if (!changes.isEmpty()) {
      record(by, AuditAction.USER_CHANGED, before, changes);
    }
    if (newPassword) {
      record(by, AuditAction.PASSWORD_CHANGED, before, Map.of());
    }
    return true;
  }

  private void record(
      SignedInUser by, AuditAction action, StaffUser user, Map<String, Object> details) {
    audit.record(Audit.user(by.getUsername()), action, Audit.user(user.username()), details);
  }

  private static Map<String, Object> rights(StaffUser user) {
    Map<String, Object> rights = new LinkedHashMap<>();
    rights.put("name", user.displayName());
    rights.put("enabled", String.valueOf(user.enabled()));
    rights.put("roles", String.join(",", user.roles().stream().map(Role::code).sorted().toList()));
    rights.put(
        "estates",
        user.allEstates()
            ? "all"
            : shortened(user.estateIds().stream().sorted().map(String::valueOf).toList()));
    return rights;
  }

  /** Of somebody with hundreds of estates the first and their number must do. */
  private static String shortened(List<String> estates) {
    return estates.size() <= 100
        ? String.join(",", estates)
        : String.join(",", estates.subList(0, 100)) + "… " + estates.size();
  }

  private int end(String username) {
    List<String> ids = List.copyOf(sessions.findByPrincipalName(username).keySet());
    ids.forEach(sessions::deleteById);
    return ids.size();
  }

  private String encoded(String password) {
    return Objects.requireNonNull(passwords.encode(password));
  }

  private static StaffUser user(StaffAccount wanted, String hash) {
    return new StaffUser(
        wanted.id(),
        wanted.version(),
        wanted.username(),
        wanted.displayName().strip(),
        hash,
        wanted.enabled(),
        wanted.allEstates(),
        wanted.roles(),
        wanted.estateIds());
  }
}
