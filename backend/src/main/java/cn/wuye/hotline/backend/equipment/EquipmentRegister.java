package cn.wuye.hotline.backend.equipment;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The register. What is in an estate out of sight does not exist for who asks. */
@Component
public class EquipmentRegister {
  /** Longest list. */
  public static final int MOST = 500;

  /** Longest code, in characters. */
  public static final int MAX_CODE = 40;

  /** Longest name, in characters. */
  public static final int MAX_NAME = 60;

  /** Longest plan, in characters. */
  public static final int MAX_PLAN = 500;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final String SELECT =
      "SELECT id, version, estate_id, building, kind, code, name, installed_on, maintainer, plan,"
          + " last_service_on FROM equipment ";

  private final JdbcClient jdbc;
  private final Estates estates;
  private final DispatchPlan plan;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  EquipmentRegister(
      JdbcClient jdbc,
      Estates estates,
      DispatchPlan plan,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.estates = estates;
    this.plan = plan;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Which are wanted.
   *
   * @param estate null: of all
   * @param kind null: of all kinds
   * @param after only those with a higher id; 0: from the first
   */
  public record Query(
      @Nullable EstateId estate, @Nullable EquipmentKind kind, long after, int limit) {}

  /**
   * How a wish to write ended.
   *
   * @param id of what was written; 0 when nothing was
   * @param wrong field to what is wrong with it: {@code required, too-long, unknown, taken, stale,
   *     future, before-installed}
   */
  public record Saved(long id, Map<String, String> wrong) {
    static Saved not(String field, String why) {
      return new Saved(0, Map.of(field, why));
    }
  }

  /** Those that this scope sees, by id. */
  public List<Equipment> list(Query query, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    List<String> conditions = new ArrayList<>(List.of("id > :after"));
    parameters.put("after", query.after());
    EstateId estate = query.estate();
    if (estate != null) {
      conditions.add("estate_id = :estate");
      parameters.put("estate", estate.value());
    }
    EquipmentKind kind = query.kind();
    if (kind != null) {
      conditions.add("kind = :kind");
      parameters.put("kind", kind.code());
    }
    String seen = ScopeCondition.of(scope, "estate_id", parameters);
    if (!seen.isEmpty()) {
      conditions.add(seen);
    }
    parameters.put("limit", Math.min(Math.max(query.limit(), 1), MOST));
    return jdbc.sql(
            SELECT + "WHERE " + String.join(" AND ", conditions) + " ORDER BY id LIMIT :limit")
        .params(parameters)
        .query(EquipmentRegister::row)
        .list();
  }

  /** The one with this id, if it is there for who asks. */
  public Optional<Equipment> find(long id, EstateScope scope) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", id)
        .query(EquipmentRegister::row)
        .optional()
        .filter(found -> scope.sees(found.estate()));
  }

  /**
   * Adds one, or changes one that is there; its estate stays.
   *
   * @param wanted of one that is to be changed the id must be seen by the scope
   */
  public Saved save(Equipment wanted, EstateScope scope, String by) {
    Map<String, String> wrong = check(wanted, scope);
    if (!wrong.isEmpty()) {
      return new Saved(0, wrong);
    }
    try {
      return transactions.run(() -> wanted.id() == 0 ? add(wanted, by) : change(wanted, scope, by));
    } catch (DuplicateKeyException taken) {
      return Saved.not("code", "taken");
    }
  }

  private Map<String, String> check(Equipment wanted, EstateScope scope) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (!scope.sees(wanted.estate()) || !estates.existsById(wanted.estate())) {
      wrong.put("estate", "unknown");
    }
    text("code", wanted.code(), MAX_CODE, wrong);
    text("name", wanted.name(), MAX_NAME, wrong);
    longest("building", wanted.building(), TicketPlace.MAX_BUILDING, wrong);
    longest("plan", wanted.plan(), MAX_PLAN, wrong);
    if (!wanted.maintainer().isEmpty() && plan.thirdParty(wanted.maintainer()).isEmpty()) {
      wrong.put("maintainer", "unknown");
    }
    dates(wanted, wrong);
    return wrong;
  }

  /** An age that is typed wrong would propose work orders for years, or never. */
  private void dates(Equipment wanted, Map<String, String> wrong) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    LocalDate installed = wanted.installedOn();
    LocalDate service = wanted.lastServiceOn();
    if (installed != null && installed.isAfter(today)) {
      wrong.put("installedOn", "future");
    }
    if (service != null && service.isAfter(today)) {
      wrong.put("lastServiceOn", "future");
    } else if (service != null && installed != null && service.isBefore(installed)) {
      wrong.put("lastServiceOn", "before-installed");
    }
  }

  private static void text(String field, String value, int most, Map<String, String> wrong) {
    if (value.isBlank()) {
      wrong.put(field, "required");
    } else {
      longest(field, value, most, wrong);
    }
  }

  private static void longest(String field, String value, int most, Map<String, String> wrong) {
    if (Text.length(value.strip()) > most) {
      wrong.put(field, "too-long");
    }
  }

  private Saved add(Equipment wanted, String by) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    values(
            jdbc.sql(
                    "INSERT INTO equipment (estate_id, building, kind, code, name, installed_on,"
                        + " maintainer, plan, last_service_on) VALUES (:estate, :building, :kind,"
                        + " :code, :name, :installed, :maintainer, :plan, :service)")
                .param("estate", wanted.estate().value()),
            wanted)
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey(), "generated id").longValue();
    record(wanted, id, by);
    return new Saved(id, Map.of());
  }

  private Saved change(Equipment wanted, EstateScope scope, String by) {
    if (find(wanted.id(), scope).isEmpty()) {
      return Saved.not("version", "stale");
    }
    int rows =
        values(
                jdbc.sql(
                        "UPDATE equipment SET version = version + 1, building = :building,"
                            + " kind = :kind, code = :code, name = :name,"
                            + " installed_on = :installed, maintainer = :maintainer,"
                            + " plan = :plan, last_service_on = :service"
                            + " WHERE id = :id AND version = :version")
                    .param("id", wanted.id())
                    .param("version", wanted.version()),
                wanted)
            .update();
    if (rows == 0) {
      return Saved.not("version", "stale");
    }
    record(wanted, wanted.id(), by);
    return new Saved(wanted.id(), Map.of());
  }

  private static JdbcClient.StatementSpec values(
      JdbcClient.StatementSpec statement, Equipment wanted) {
    return statement
        .param("building", wanted.building().strip())
        .param("kind", wanted.kind().code())
        .param("code", wanted.code().strip())
        .param("name", wanted.name().strip())
        .param("installed", wanted.installedOn())
        .param("maintainer", wanted.maintainer().isEmpty() ? null : wanted.maintainer())
        .param("plan", wanted.plan().strip())
        .param("service", wanted.lastServiceOn());
  }

  private void record(Equipment wanted, long id, String by) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("estate", wanted.estate().value());
    details.put("building", wanted.building());
    details.put("kind", wanted.kind().code());
    details.put("code", wanted.code());
    details.put("name", wanted.name());
    details.put("installedOn", String.valueOf(wanted.installedOn()));
    details.put("maintainer", wanted.maintainer());
    details.put("plan", wanted.plan());
    details.put("lastServiceOn", String.valueOf(wanted.lastServiceOn()));
    audit.record(Audit.user(by), AuditAction.SETTING_CHANGED, "equipment:" + id, details);
  }

  private static Equipment row(ResultSet row, int n) throws SQLException {
    return new Equipment(
        row.getLong("id"),
        row.getLong("version"),
        new EstateId(row.getLong("estate_id")),
        row.getString("building"),
        Coded.of(EquipmentKind.class, row.getString("kind")),
        row.getString("code"),
        row.getString("name"),
        row.getObject("installed_on", LocalDate.class),
        Objects.requireNonNullElse(row.getString("maintainer"), ""),
        row.getString("plan"),
        row.getObject("last_service_on", LocalDate.class));
  }
}
