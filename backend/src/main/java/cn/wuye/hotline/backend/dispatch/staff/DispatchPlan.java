package cn.wuye.hotline.backend.dispatch.staff;

import cn.wuye.hotline.backend.dispatch.Department;
import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.ResponsibilityMatrix;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departments, third parties and the matrix, as they stand in the database now. */
@Component
public class DispatchPlan {
  private final JdbcClient jdbc;

  DispatchPlan(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A department as it is kept.
   *
   * @param position in lists
   */
  public record Kept(Department department, long version, int position) {}

  /** All, in the order they are offered. */
  public List<Kept> departments() {
    return jdbc.sql(
            "SELECT code, version, zh, en, position FROM department ORDER BY position, code")
        .query(
            (row, n) ->
                new Kept(
                    new Department(row.getString("code"), row.getString("zh"), row.getString("en")),
                    row.getLong("version"),
                    row.getInt("position")))
        .list();
  }

  /** The department with this code. */
  public Optional<Department> department(String code) {
    return departments().stream()
        .map(Kept::department)
        .filter(department -> department.code().equals(code))
        .findFirst();
  }

  /** All, by name. */
  public List<ThirdParty> thirdParties() {
    return jdbc.sql(
            "SELECT code, version, name, phone, email, reserve FROM third_party ORDER BY name, code")
        .query(
            (row, n) -> {
              String phone = row.getString("phone");
              return new ThirdParty(
                  row.getString("code"),
                  row.getLong("version"),
                  row.getString("name"),
                  phone == null ? null : new PhoneNumber(phone),
                  row.getString("email"),
                  Objects.requireNonNullElse(row.getString("reserve"), ""));
            })
        .list();
  }

  /** The third party with this code. */
  public Optional<ThirdParty> thirdParty(String code) {
    return thirdParties().stream().filter(party -> party.code().equals(code)).findFirst();
  }

  /** All rows, by what they are for. */
  public List<MatrixRow> rows() {
    Map<Long, List<String>> helpers = new HashMap<>();
    jdbc.sql(
            "SELECT responsibility_id, department FROM responsibility_helper"
                + " ORDER BY responsibility_id, position")
        .query(
            row -> {
              helpers
                  .computeIfAbsent(row.getLong("responsibility_id"), id -> new ArrayList<>())
                  .add(row.getString("department"));
            });
    return jdbc.sql(
            "SELECT r.id, r.version, r.category, r.subcategory, r.estate_id, r.lead_by,"
                + " r.third_party FROM responsibility r JOIN category c ON c.code = r.category"
                + " ORDER BY c.position, r.subcategory, r.estate_id")
        .query(
            (row, n) -> {
              long estate = row.getLong("estate_id");
              return new MatrixRow(
                  row.getLong("id"),
                  row.getLong("version"),
                  new Responsibility(
                      row.getString("category"),
                      row.getString("subcategory"),
                      estate == 0 ? null : new EstateId(estate),
                      row.getString("lead_by"),
                      helpers.getOrDefault(row.getLong("id"), List.of()),
                      Objects.requireNonNullElse(row.getString("third_party"), "")));
            })
        .list();
  }

  /** The matrix to choose by. */
  public ResponsibilityMatrix matrix() {
    return new ResponsibilityMatrix(
        departments().stream().map(Kept::department).toList(),
        rows().stream().map(MatrixRow::responsibility).toList());
  }
}
