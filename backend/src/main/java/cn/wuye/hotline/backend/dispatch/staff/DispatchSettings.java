package cn.wuye.hotline.backend.dispatch.staff;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.dispatch.Department;
import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * What an administrator changes of departments, matrix, third parties and crews. Each change and
 * its entry in the audit are one transaction; each answers what is wrong, field to message key, or
 * nothing when it is done.
 */
@Component
public class DispatchSettings {
  private static final String CODE = "[a-z][a-z0-9-]{0,23}";
  private static final int LONGEST_NAME = 60;
  private static final int MOST_SHIFTS = 28;

  private final DispatchPlan plan;
  private final Crew crew;
  private final Categories categories;
  private final Estates estates;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Audit audit;

  DispatchSettings(
      DispatchPlan plan,
      Crew crew,
      Categories categories,
      Estates estates,
      JdbcClient jdbc,
      Transactions transactions,
      Audit audit) {
    this.plan = plan;
    this.crew = crew;
    this.categories = categories;
    this.estates = estates;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * Adds or changes a department.
   *
   * @param wanted version 0 and a new code for one that is not there yet
   * @param fresh whether it is to be added
   */
  public Map<String, String> saveDepartment(DispatchPlan.Kept wanted, boolean fresh, String by) {
    Department department = wanted.department();
    Map<String, String> wrong = new LinkedHashMap<>();
    if (!department.code().matches(CODE)) {
      wrong.put("code", "dispatch.error.code");
    }
    if (bad(department.zh())) {
      wrong.put("zh", "dispatch.error.name");
    }
    if (bad(department.en())) {
      wrong.put("en", "dispatch.error.name");
    }
    if (!wrong.isEmpty()) {
      return wrong;
    }
    return written(
        fresh,
        () -> {
          int rows =
              jdbc.sql(
                      fresh
                          ? "INSERT INTO department (code, version, zh, en, position)"
                              + " VALUES (:code, :version, :zh, :en, :position)"
                          : "UPDATE department SET version = version + 1, zh = :zh, en = :en,"
                              + " position = :position WHERE code = :code AND version = :version")
                  .param("code", department.code())
                  .param("version", wanted.version())
                  .param("zh", department.zh().strip())
                  .param("en", department.en().strip())
                  .param("position", wanted.position())
                  .update();
          if (rows > 0) {
            record(by, "department:" + department.code(), Map.of("name", department.zh()));
          }
          return rows > 0;
        });
  }

  /** Adds or changes a third party. */
  public Map<String, String> saveThirdParty(ThirdParty wanted, boolean fresh, String by) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (!wanted.code().matches(CODE)) {
      wrong.put("code", "dispatch.error.code");
    }
    if (bad(wanted.name())) {
      wrong.put("name", "dispatch.error.name");
    }
    if (!wanted.email().matches("|[^@\\s]{1,64}@[^@\\s]{3,55}")) {
      wrong.put("email", "dispatch.error.email");
    }
    if (wanted.phone() == null && wanted.email().isEmpty()) {
      wrong.put("phone", "dispatch.error.unreachable");
    }
    if (!wanted.reserve().isEmpty() && !reserves(wanted.code(), wanted.reserve())) {
      wrong.put("reserve", "dispatch.error.reserve");
    }
    if (!wrong.isEmpty()) {
      return wrong;
    }
    return written(
        fresh,
        () -> {
          int rows =
              jdbc.sql(
                      fresh
                          ? "INSERT INTO third_party (code, version, name, phone, email, reserve)"
                              + " VALUES (:code, :version, :name, :phone, :email, :reserve)"
                          : "UPDATE third_party SET version = version + 1, name = :name,"
                              + " phone = :phone, email = :email, reserve = :reserve"
                              + " WHERE code = :code AND version = :version")
                  .param("code", wanted.code())
                  .param("version", wanted.version())
                  .param("name", wanted.name().strip())
                  .param("phone", wanted.phone() == null ? null : wanted.phone().digits())
                  .param("email", wanted.email())
                  .param("reserve", blankToNull(wanted.reserve()))
                  .update();
          if (rows > 0) {
            record(
                by,
                "third-party:" + wanted.code(),
                Map.of("name", wanted.name(), "reserve", wanted.reserve()));
          }
          return rows > 0;
        });
  }

  /** Whether it exists and leads back to the first by no way. */
  private boolean reserves(String code, String reserve) {
    Map<String, String> next =
        plan.thirdParties().stream()
            .collect(Collectors.toMap(ThirdParty::code, ThirdParty::reserve));
    String at = reserve;
    for (int step = 0; step <= next.size() && !at.isEmpty(); step++) {
      if (at.equals(code) || !next.containsKey(at)) {
        return false;
      }
      at = next.getOrDefault(at, "");
    }
    return at.isEmpty();
  }

  /** Adds or changes a row of the matrix; category, sub-category and estate of a row stay. */
  public Map<String, String> saveRow(MatrixRow wanted, String by) {
    Responsibility row = wanted.responsibility();
    Map<String, String> wrong = new LinkedHashMap<>();
    if (categories.find(row.category()).filter(known -> has(known, row.subcategory())).isEmpty()) {
      wrong.put("category", "dispatch.error.category");
    }
    if (row.estate() != null && !estates.existsById(row.estate())) {
      wrong.put("estate", "dispatch.error.estate");
    }
    if (plan.department(row.lead()).isEmpty()) {
      wrong.put("lead", "dispatch.error.department");
    }
    if (row.helpers().stream().anyMatch(code -> plan.department(code).isEmpty())) {
      wrong.put("helpers", "dispatch.error.department");
    }
    if (!row.thirdParty().isEmpty() && plan.thirdParty(row.thirdParty()).isEmpty()) {
      wrong.put("thirdParty", "dispatch.error.thirdParty");
    }
    return wrong.isEmpty() ? written(wanted.id() == 0, () -> write(wanted, by)) : wrong;
  }

  private static boolean has(Category category, String subcategory) {
    return subcategory.isEmpty()
        || category.subcategories().stream().anyMatch(sub -> sub.code().equals(subcategory));
  }

  private boolean write(MatrixRow wanted, String by) {
    Responsibility row = wanted.responsibility();
    long id = wanted.id();
    if (id == 0) {
      GeneratedKeyHolder key = new GeneratedKeyHolder();
      jdbc.sql(
              "INSERT INTO responsibility (category, subcategory, estate_id, lead_by, third_party)"
                  + " VALUES (:category, :subcategory, :estate, :lead, :party)")
          .param("category", row.category())
          .param("subcategory", row.subcategory())
          .param("estate", row.estate() == null ? 0 : row.estate().value())
          .param("lead", row.lead())
          .param("party", blankToNull(row.thirdParty()))
          .update(key, "id");
      Number generated = key.getKey();
      id = generated == null ? 0 : generated.longValue();
    } else {
      int rows =
          jdbc.sql(
                  "UPDATE responsibility SET version = version + 1, lead_by = :lead,"
                      + " third_party = :party WHERE id = :id AND version = :version")
              .param("lead", row.lead())
              .param("party", blankToNull(row.thirdParty()))
              .param("id", id)
              .param("version", wanted.version())
              .update();
      if (rows == 0) {
        return false;
      }
      jdbc.sql("DELETE FROM responsibility_helper WHERE responsibility_id = :id")
          .param("id", id)
          .update();
    }
    int position = 0;
    for (String helper : row.helpers()) {
      jdbc.sql(
              "INSERT INTO responsibility_helper (responsibility_id, position, department)"
                  + " VALUES (:id, :position, :department)")
          .param("id", id)
          .param("position", position++)
          .param("department", helper)
          .update();
    }
    record(by, subject(row), details(row));
    return true;
  }

  /** Removes a row; false when it has been changed or removed since. */
  public boolean removeRow(long id, long version, String by) {
    Optional<MatrixRow> row = plan.rows().stream().filter(each -> each.id() == id).findFirst();
    return row.isPresent()
        && transactions.run(
            () -> {
              int rows =
                  jdbc.sql("DELETE FROM responsibility WHERE id = :id AND version = :version")
                      .param("id", id)
                      .param("version", version)
                      .update();
              if (rows > 0) {
                record(by, subject(row.get().responsibility()), Map.of("removed", true));
              }
              return rows > 0;
            });
  }

  /** Puts somebody into a department, or out of all of them when none is given. */
  public Map<String, String> saveMember(CrewMember wanted, String by) {
    Map<String, String> wrong = new LinkedHashMap<>();
    boolean member = !wanted.department().isEmpty();
    if (member && plan.department(wanted.department()).isEmpty()) {
      wrong.put("department", "dispatch.error.department");
    }
    Set<String> known =
        categories.all().stream()
            .flatMap(
                category ->
                    java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(category.code()),
                        category.subcategories().stream().map(Category.Subcategory::code)))
            .collect(Collectors.toSet());
    if (!known.containsAll(wanted.skills()) || String.join(" ", wanted.skills()).length() > 500) {
      wrong.put("skills", "dispatch.error.skills");
    }
    if (wanted.shifts().size() > MOST_SHIFTS) {
      wrong.put("shifts", "dispatch.error.shifts");
    }
    if (crew.find(wanted.userId()).isEmpty()) {
      wrong.put("department", "users.error.gone");
    }
    return wrong.isEmpty()
        ? written(false, () -> member ? writeMember(wanted, by) : removeMember(wanted, by))
        : wrong;
  }

  private boolean writeMember(CrewMember wanted, String by) {
    boolean known =
        jdbc.sql("SELECT COUNT(*) FROM crew_member WHERE user_id = :id")
                .param("id", wanted.userId())
                .query(Long.class)
                .single()
            > 0;
    int rows =
        jdbc.sql(
                known
                    ? "UPDATE crew_member SET version = version + 1, department = :department,"
                        + " leads = :leads, skills = :skills, on_duty_until = :until"
                        + " WHERE user_id = :id AND version = :version"
                    : "INSERT INTO crew_member (user_id, version, department, leads, skills,"
                        + " on_duty_until)"
                        + " VALUES (:id, :version, :department, :leads, :skills, :until)")
            .param("id", wanted.userId())
            .param("version", wanted.version())
            .param("department", wanted.department())
            .param("leads", wanted.leads())
            .param("skills", wanted.skills().stream().sorted().collect(Collectors.joining(" ")))
            .param("until", Utc.columnOrNull(wanted.onDutyUntil()))
            .update();
    if (rows == 0) {
      return false;
    }
    jdbc.sql("DELETE FROM crew_shift WHERE user_id = :id").param("id", wanted.userId()).update();
    int position = 0;
    for (Shift shift : wanted.shifts()) {
      jdbc.sql(
              "INSERT INTO crew_shift (user_id, position, weekday, from_minute, to_minute)"
                  + " VALUES (:id, :position, :day, :from, :to)")
          .param("id", wanted.userId())
          .param("position", position++)
          .param("day", shift.day().getValue())
          .param("from", shift.fromMinute())
          .param("to", shift.toMinute())
          .update();
    }
    record(
        by,
        "crew:" + wanted.login(),
        Map.of(
            "department",
            wanted.department(),
            "leads",
            wanted.leads(),
            "skills",
            List.copyOf(wanted.skills()),
            "shifts",
            wanted.shifts().stream().map(Shift::toString).toList(),
            "onDutyUntil",
            String.valueOf(wanted.onDutyUntil())));
    return true;
  }

  private boolean removeMember(CrewMember wanted, String by) {
    int rows =
        jdbc.sql("DELETE FROM crew_member WHERE user_id = :id AND version = :version")
            .param("id", wanted.userId())
            .param("version", wanted.version())
            .update();
    if (rows > 0) {
      record(by, "crew:" + wanted.login(), Map.of("department", ""));
    }
    // One who was in none is as she was wanted.
    return rows > 0 || crew.find(wanted.login()).isEmpty();
  }

  private Map<String, String> written(boolean fresh, Supplier<Boolean> work) {
    try {
      return transactions.run(work) ? Map.of() : Map.of("version", "dispatch.error.stale");
    } catch (DuplicateKeyException taken) {
      return Map.of(
          fresh ? "code" : "version", fresh ? "dispatch.error.taken" : "dispatch.error.stale");
    } catch (DataIntegrityViolationException gone) {
      // What it names was removed between the look and the change.
      return Map.of("version", "dispatch.error.stale");
    }
  }

  private void record(String by, String subject, Map<String, ?> details) {
    audit.record(Audit.user(by), AuditAction.SETTING_CHANGED, subject, details);
  }

  private static String subject(Responsibility row) {
    return "matrix:"
        + row.category()
        + (row.subcategory().isEmpty() ? "" : "/" + row.subcategory())
        + (row.estate() == null ? "" : "@" + row.estate());
  }

  private static Map<String, Object> details(Responsibility row) {
    return Map.of("lead", row.lead(), "helpers", row.helpers(), "thirdParty", row.thirdParty());
  }

  private static boolean bad(String name) {
    return name.isBlank() || Text.length(name.strip()) > LONGEST_NAME;
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
