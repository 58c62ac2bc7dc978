package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The columns of what was told, which every table of answers has. */
public final class ToldColumns {
  /** Their names. */
  public static final String NAMES = "source, number, value, words, decoded, from_ms, to_ms, at";

  /** Their parameters, in the order of the names. */
  public static final String PARAMETERS =
      ":source, :number, :value, :words, :decoded, :from, :to, :at";

  private ToldColumns() {}

  /** The statement with these parameters set. */
  public static StatementSpec set(StatementSpec statement, Told told) {
    return statement
        .param("source", told.source())
        .param("number", told.number())
        .param("value", told.value())
        .param("words", told.words())
        .param("decoded", told.decoded())
        .param("from", told.fromMs())
        .param("to", told.toMs())
        .param("at", Utc.column(told.at()));
  }

  /** As the row has it. */
  public static Told told(ResultSet row) throws SQLException {
    return new Told(
        Columns.text(row, "source"),
        row.getInt("number"),
        Columns.text(row, "value"),
        Columns.text(row, "words"),
        row.getBoolean("decoded"),
        row.getLong("from_ms"),
        row.getLong("to_ms"),
        Utc.instant(row, "at"));
  }
}
