package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The criteria of the company in their versions. */
@Component
public class CriteriaBook {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  CriteriaBook(JdbcClient jdbc, Transactions transactions, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those by which sheets are scored now. */
  public Criteria current() {
    int version =
        jdbc.sql("SELECT MAX(version) FROM quality_criteria").query(Integer.class).single();
    return of(version).orElseThrow();
  }

  /** Those of a version; empty when there is none such. */
  public Optional<Criteria> of(int version) {
    List<Criterion> all =
        jdbc.sql(
                "SELECT position, zh, en, weight, max_points, active FROM quality_criterion"
                    + " WHERE version = ? ORDER BY position")
            .param(version)
            .query(
                (row, n) ->
                    new Criterion(
                        row.getInt("position"),
                        Objects.requireNonNull(row.getString("zh")),
                        Objects.requireNonNull(row.getString("en")),
                        row.getInt("weight"),
                        row.getInt("max_points"),
                        row.getBoolean("active")))
            .list();
    return all.isEmpty() ? Optional.empty() : Optional.of(new Criteria(version, all));
  }

  /**
   * Makes the next version; audited.
   *
   * @param base the version that was changed
   * @param wanted in the order of the sheet; their positions are given anew
   * @return why it was not done: {@code none} (at least one has to be scored, {@value
   *     Criteria#MOST} at most), {@code criterion} (one is not valid), {@code stale} (somebody else
   *     has changed them since); empty when it is done
   */
  public Optional<String> save(int base, List<Criterion> wanted, SignedInUser by) {
    if (!by.administersAll()) {
      throw new AccessDeniedException("criteria are set for the whole company");
    }
    if (wanted.size() > Criteria.MOST || wanted.stream().noneMatch(Criterion::active)) {
      return Optional.of("none");
    }
    if (!wanted.stream().allMatch(Criterion::valid)) {
      return Optional.of("criterion");
    }
    if (current().version() != base) {
      return Optional.of("stale");
    }
    try {
      transactions.run(() -> insert(base + 1, wanted, by));
      return Optional.empty();
    } catch (DuplicateKeyException other) {
      return Optional.of("stale");
    }
  }

  private boolean insert(int version, List<Criterion> wanted, SignedInUser by) {
    String author = Audit.user(by.getUsername());
    jdbc.sql(
            "INSERT INTO quality_criteria (version, author, created_at)"
                + " VALUES (:version, :author, :now)")
        .param("version", version)
        .param("author", author)
        .param("now", Utc.column(Utc.now(clock)))
        .update();
    int position = 0;
    for (Criterion each : wanted) {
      position++;
      jdbc.sql(
              "INSERT INTO quality_criterion (version, position, zh, en, weight, max_points,"
                  + " active) VALUES (:version, :position, :zh, :en, :weight, :most, :active)")
          .param("version", version)
          .param("position", position)
          .param("zh", each.zh().strip())
          .param("en", each.en().strip())
          .param("weight", each.weight())
          .param("most", each.most())
          .param("active", each.active())
          .update();
    }
    audit.record(
        author,
        AuditAction.SETTING_CHANGED,
        "quality-criteria",
        Map.of("version", version, "criteria", wanted.stream().map(Criterion::zh).toList()));
    return true;
  }
}
