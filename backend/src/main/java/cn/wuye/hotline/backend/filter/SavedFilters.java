package cn.wuye.hotline.backend.filter;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The saved filters: each user's own, and those that an administrator of the company shares with
 * all.
 */
@Component
public class SavedFilters {
  /** How many one user may have. */
  public static final int MOST = 20;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  SavedFilters(JdbcClient jdbc, Transactions transactions, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a wish to save came to. */
  public enum Saved {
    DONE,
    /** The name is empty or longer than {@value SavedFilter#MAX_NAME} characters. */
    BAD_NAME,
    /** The query is longer than {@value SavedFilter#MAX_QUERY} characters. */
    TOO_LONG,
    /** The user has {@value #MOST} already. */
    TOO_MANY
  }

  /** The user's own and the shared ones, by name; the shared first. */
  public List<SavedFilter> of(SignedInUser user) {
    return jdbc.sql(
            "SELECT f.id, f.name, f.query, f.shared, f.owner_id = :user AS mine,"
                + " d.user_id IS NOT NULL AS standard FROM saved_filter f"
                + " LEFT JOIN saved_filter_default d ON d.filter_id = f.id AND d.user_id = :user"
                + " WHERE f.owner_id = :user OR f.shared ORDER BY f.shared DESC, f.name, f.id")
        .param("user", user.id())
        .query(
            (row, n) ->
                new SavedFilter(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("query"),
                    row.getBoolean("shared"),
                    row.getBoolean("mine"),
                    row.getBoolean("standard")))
        .list();
  }

  /** The query that the user begins with; empty when there is none. */
  public Optional<String> standard(SignedInUser user) {
    return jdbc.sql(
            "SELECT f.query FROM saved_filter_default d JOIN saved_filter f ON f.id = d.filter_id"
                + " WHERE d.user_id = :user AND (f.owner_id = :user OR f.shared)")
        .param("user", user.id())
        .query(String.class)
        .optional();
  }

  /**
   * Keeps a query under a name; one of the user's own with this name is replaced.
   *
   * @param shared for all; administrators of the company only
   * @param standard whether the user begins with it from now on
   */
  public Saved save(
      SignedInUser user, String name, String query, boolean shared, boolean standard) {
    String wanted = name.strip();
    if (wanted.isEmpty() || Text.length(wanted) > SavedFilter.MAX_NAME) {
      return Saved.BAD_NAME;
    }
    if (query.length() > SavedFilter.MAX_QUERY) {
      return Saved.TOO_LONG;
    }
    if (shared && !user.administersAll()) {
      throw new AccessDeniedException("shares no filters");
    }
    return transactions.run(() -> keep(user, wanted, query, shared, standard));
  }

  private Saved keep(
      SignedInUser user, String name, String query, boolean shared, boolean standard) {
    long others =
        jdbc.sql("SELECT COUNT(*) FROM saved_filter WHERE owner_id = ? AND name <> ?")
            .params(user.id(), name)
            .query(Long.class)
            .single();
    if (others >= MOST) {
      return Saved.TOO_MANY;
    }
    jdbc.sql(
            "INSERT INTO saved_filter (owner_id, name, query, shared, created_at)"
                + " VALUES (:user, :name, :query, :shared, :now)"
                + " ON DUPLICATE KEY UPDATE query = :query, shared = :shared")
        .param("user", user.id())
        .param("name", name)
        .param("query", query)
        .param("shared", shared)
        .param("now", Utc.column(clock.instant()))
        .update();
    long id =
        jdbc.sql("SELECT id FROM saved_filter WHERE owner_id = ? AND name = ?")
            .params(user.id(), name)
            .query(Long.class)
            .single();
    if (standard) {
      begin(user, id);
    }
    if (shared) {
      audit.record(
          Audit.user(user.getUsername()),
          AuditAction.FILTER_SHARED,
          "filter:" + name,
          Map.of("id", id));
    }
    return Saved.DONE;
  }

  /** Begins with this filter from now on; false when the user does not see it. */
  public boolean makeStandard(SignedInUser user, long id) {
    boolean seen = of(user).stream().anyMatch(filter -> filter.id() == id);
    if (seen) {
      transactions.run(() -> begin(user, id));
    }
    return seen;
  }

  /** Begins with all tickets again. */
  public void noStandard(SignedInUser user) {
    jdbc.sql("DELETE FROM saved_filter_default WHERE user_id = ?").param(user.id()).update();
  }

  /**
   * Removes one's own, or as an administrator of the company a shared one; false when it is
   * neither.
   */
  public boolean remove(SignedInUser user, long id) {
    return transactions.run(
        () -> {
          Optional<SavedFilter> found =
              of(user).stream()
                  .filter(filter -> filter.id() == id)
                  .filter(filter -> filter.mine() || user.administersAll())
                  .findFirst();
          if (found.isEmpty()) {
            return false;
          }
          jdbc.sql("DELETE FROM saved_filter WHERE id = ?").param(id).update();
          if (found.get().shared()) {
            audit.record(
                Audit.user(user.getUsername()),
                AuditAction.FILTER_REMOVED,
                "filter:" + found.get().name(),
                Map.of("id", id));
          }
          return true;
        });
  }

  private int begin(SignedInUser user, long id) {
    return jdbc.sql(
            "INSERT INTO saved_filter_default (user_id, filter_id) VALUES (:user, :id)"
                + " ON DUPLICATE KEY UPDATE filter_id = :id")
        .param("user", user.id())
        .param("id", id)
        .update();
  }
}
