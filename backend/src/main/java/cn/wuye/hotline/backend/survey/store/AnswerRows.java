package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
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
    jdbc.sql(
            "INSERT INTO survey_answer (survey_id, source, number, channel, item, value, words,"
                + " decoded, from_ms, to_ms, at) VALUES (:survey, :source, :number, :channel, :item,"
                + " :value, :words, :decoded, :from, :to, :at)"
                + " ON DUPLICATE KEY UPDATE survey_id = survey_id")
        .param("survey", said.survey())
        .param("source", said.source())
        .param("number", said.number())
        .param("channel", said.channel().code())
        .param("item", said.item().code())
        .param("value", said.value())
        .param("words", said.words())
        .param("decoded", said.decoded())
        .param("from", said.fromMs())
        .param("to", said.toMs())
        .param("at", Utc.column(said.at()))
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
        Columns.text(row, "source"),
        row.getInt("number"),
        Coded.of(AnswerChannel.class, Columns.text(row, "channel")),
        Coded.of(Item.class, Columns.text(row, "item")),
        Columns.text(row, "value"),
        Columns.text(row, "words"),
        row.getBoolean("decoded"),
        row.getLong("from_ms"),
        row.getLong("to_ms"),
        Utc.instant(row, "at"));
  }
}
