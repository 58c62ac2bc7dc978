package cn.wuye.hotline.backend.message.contact;

import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What residents wish; who may see a resident is decided before. */
@Component
public class ResidentContacts {
  private final JdbcClient jdbc;

  ResidentContacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a resident wishes. */
  public ResidentContact of(long resident) {
    return jdbc.sql(
            "SELECT email, language, opted_out, by_phone FROM resident_contact WHERE resident_id = ?")
        .param(resident)
        .query(ResidentContacts::contact)
        .optional()
        .orElse(ResidentContact.USUAL);
  }

  /** Whether anybody behind this number wants no messages. */
  public boolean optedOut(PhoneNumber number) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM resident_contact c JOIN resident_phone p"
                    + " ON p.resident_id = c.resident_id"
                    + " WHERE p.number IN (:numbers) AND c.opted_out")
            .param("numbers", NumberKey.spellings(number))
            .query(Long.class)
            .single()
        > 0;
  }

  /** What is wrong with it: field to message key. */
  public Map<String, String> check(ResidentContact wanted) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (!ContactCheck.email(wanted.email())) {
      wrong.put("email", "contact.error.email");
    }
    return wrong;
  }

  /** Keeps it; {@link #check} found nothing. The audit's entry is that of the resident's change. */
  public void save(long resident, ResidentContact wanted) {
    jdbc.sql(
            "INSERT INTO resident_contact (resident_id, email, language, opted_out, by_phone)"
                + " VALUES (:resident, :email, :language, :optedOut, :byPhone)"
                + " ON DUPLICATE KEY UPDATE email = :email, language = :language,"
                + " opted_out = :optedOut, by_phone = :byPhone")
        .param("resident", resident)
        .param("email", wanted.email())
        .param("language", wanted.language().code())
        .param("optedOut", wanted.optedOut())
        .param("byPhone", wanted.byPhone())
        .update();
  }

  private static ResidentContact contact(ResultSet row, int n) throws SQLException {
    return new ResidentContact(
        Objects.requireNonNull(row.getString("email")),
        Coded.find(Language.class, Objects.requireNonNull(row.getString("language")))
            .orElse(Language.CHINESE),
        row.getBoolean("opted_out"),
        row.getBoolean("by_phone"));
  }
}
