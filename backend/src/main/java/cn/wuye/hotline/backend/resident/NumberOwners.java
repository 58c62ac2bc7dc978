package cn.wuye.hotline.backend.resident;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose a number is. */
@Component
class NumberOwners {
  private final JdbcClient jdbc;

  NumberOwners(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Long> residentIds(PhoneNumber number) {
    return jdbc.sql("SELECT resident_id FROM resident_phone WHERE number = :number ORDER BY 1")
        .param("number", number.digits())
        .query(Long.class)
        .list();
  }

  List<Long> residentIds(Collection<String> spellings) {
    return jdbc.sql(
            "SELECT DISTINCT resident_id FROM resident_phone WHERE number IN (:numbers) ORDER BY 1")
        .param("numbers", spellings)
        .query(Long.class)
        .list();
  }

  List<NumberOwner> all() {
    return jdbc.sql(
            "SELECT p.number, r.id, r.dialect, d.estate_id, e.name AS estate_name, d.building, d.unit,"
                + " d.room FROM resident_phone p JOIN resident r ON r.id = p.resident_id"
                + " JOIN resident_dwelling d ON d.resident_id = r.id AND d.position = 0"
                + " JOIN estate e ON e.id = d.estate_id ORDER BY p.number, r.id")
        .query(
            (row, n) ->
                new NumberOwner(
                    new PhoneNumber(row.getString("number")),
                    row.getLong("id"),
                    row.getString("dialect"),
                    new EstateId(row.getLong("estate_id")),
                    row.getString("estate_name"),
                    row.getString("building"),
                    row.getString("unit"),
                    row.getString("room")))
        .list();
  }
}
