package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether nobody is called for surveys: one row for all nodes. */
@Component
public class SurveySwitch {
  private final JdbcClient jdbc;

  SurveySwitch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether nobody is called. */
  public boolean paused() {
    return jdbc.sql("SELECT paused FROM survey_switch WHERE id = 1").query(Boolean.class).single();
  }

  /** How it stands, with who left it so. */
  public Position position() {
    return jdbc.sql("SELECT paused, changed_by, changed_at FROM survey_switch WHERE id = 1")
        .query(
            (row, n) ->
                new Position(
                    row.getBoolean("paused"),
                    Objects.requireNonNull(row.getString("changed_by")),
                    Utc.instant(row, "changed_at")))
        .single();
  }

  /**
   * How the switch stands.
   *
   * @param by login of who set it last; empty string while nobody has
   * @param since when that was
   */
  public record Position(boolean paused, String by, Instant since) {}

  /** Sets it; false when it stood so already. */
  public boolean set(boolean paused, String by, Instant now) {
    return jdbc.sql(
                "UPDATE survey_switch SET paused = :paused, changed_by = :by, changed_at = :now"
                    + " WHERE id = 1 AND paused <> :paused")
            .param("paused", paused)
            .param("by", by)
            .param("now", Utc.column(now))
            .update()
        > 0;
  }
}
