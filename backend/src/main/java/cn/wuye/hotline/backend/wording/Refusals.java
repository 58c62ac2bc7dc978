package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposed mishearings that nobody wants. */
class Refusals {
  private final JdbcClient jdbc;

  Refusals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest first. */
  List<MisheardDesk.Refused> all() {
    return jdbc.sql("SELECT heard, phrase FROM misheard_refusal ORDER BY refused_at DESC, heard")
        .query(
            (row, n) -> new MisheardDesk.Refused(row.getString("heard"), row.getString("phrase")))
        .list();
  }

  void add(MisheardDesk.Refused refused, String login, Instant at) {
    jdbc.sql(
            "INSERT INTO misheard_refusal (heard, phrase, refused_by, refused_at)"
                + " VALUES (:heard, :phrase, :by, :at) ON DUPLICATE KEY UPDATE refused_by = :by")
        .param("heard", refused.heard())
        .param("phrase", refused.phrase())
        .param("by", login)
        .param("at", Utc.column(at))
        .update();
  }

  void remove(MisheardDesk.Refused refused) {
    jdbc.sql("DELETE FROM misheard_refusal WHERE heard = ? AND phrase = ?")
        .params(refused.heard(), refused.phrase())
        .update();
  }
}
