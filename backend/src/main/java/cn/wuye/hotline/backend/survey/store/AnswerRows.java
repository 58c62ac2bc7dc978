package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was said; none is ever changed. */
@Component
public class AnswerRows {
  private final JdbcClient jdbc;

  AnswerRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps it; what is there already stays as it is. */
  public void add(Said said) {
    ToldColumns.set(
            jdbc.sql(
                "INSERT INTO survey_answer (survey_id, channel, item, "
                    + ToldColumns.NAMES
                    + ") VALUES (:survey, :channel, :item, "
                    + ToldColumns.PARAMETERS
                    + ") ON DUPLICATE KEY UPDATE survey_id = survey_id"),
            said.told())
        .param("survey", said.survey())
        .param("channel", said.channel().code())
        .param("item", said.item().code())
        .update();
  }

  /** All of a survey, in the order in which it was said. */
  public Answers of(long survey) {
    return Answers.of(said(survey));
  }

  /** The same, as the rows have it. */
  public List<Said> said(long survey) {
    return jdbc.sql("SELECT * FROM survey_answer WHERE survey_id = ? ORDER BY at, source, number")
        .param(survey)
        .query(AnswerRows::row)
        .list();
  }

  private static Said row(ResultSet row, int n) throws SQLException {
    return new Said(
        row.getLong("survey_id"),
        Coded.of(AnswerChannel.class, Columns.text(row, "channel")),
        Coded.of(Item.class, Columns.text(row, "item")),
        ToldColumns.told(row));
  }
}
