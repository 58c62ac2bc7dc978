package cn.wuye.hotline.backend.estate;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom to ring, in order, per estate and role, and company-wide. */
@Component
public class DutyLists {
  private final JdbcClient jdbc;

  DutyLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every entry of every list, each list in its order of ringing. */
  public List<DutyEntry> all() {
    return jdbc.sql(
            "SELECT estate_id, role, name, number FROM duty_entry ORDER BY estate_id, role, position, id")
        .query(
            (row, n) -> {
              long estate = row.getLong("estate_id");
              return new DutyEntry(
                  row.wasNull() ? null : new EstateId(estate),
                  Coded.of(DutyRole.class, row.getString("role")),
                  row.getString("name"),
                  new PhoneNumber(row.getString("number")));
            })
        .list();
  }

  /** Replaces one list; the order given is the order of ringing. */
  @Transactional
  public void replace(@Nullable EstateId estate, DutyRole role, List<DutyEntry> entries) {
    Long estateId = estate == null ? null : estate.value();
    jdbc.sql("DELETE FROM duty_entry WHERE estate_id <=> :estate AND role = :role")
        .param("estate", estateId)
        .param("role", role.code())
        .update();
    int position = 0;
    for (DutyEntry entry : entries) {
      jdbc.sql(
              "INSERT INTO duty_entry (estate_id, role, position, name, number)"
                  + " VALUES (:estate, :role, :position, :name, :number)")
          .param("estate", estateId)
          .param("role", role.code())
          .param("position", position++)
          .param("name", entry.name())
          .param("number", entry.number().digits())
          .update();
    }
  }
}
