package cn.wuye.hotline.backend.poll.store;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.PollAnswers;
import cn.wuye.hotline.backend.poll.PollItem;
import cn.wuye.hotline.backend.poll.PollSaid;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of answers. */
@Component
public class PollAnswerRows {
  private final JdbcClient jdbc;

  PollAnswerRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps it; what is there already stays as it is. */
  public void add(PollSaid said) {
    jdbc.sql(
            "INSERT INTO poll_answer (asked_id, source, number, item, question, value, words,"
                + " decoded, from_ms, to_ms, at) VALUES (:asked, :source, :number, :item,"
                + " :question, :value, :words, :decoded, :from, :to, :at)"
                + " ON DUPLICATE KEY UPDATE asked_id = asked_id")
        .param("asked", said.asked())
        .param("source", said.source())
        .param("number", said.number())
        .param("item", said.item().code())
        .param("question", said.question())
        .param("value", said.value())
        .param("words", said.words())
        .param("decoded", said.decoded())
        .param("from", said.fromMs())
        .param("to", said.toMs())
        .param("at", Utc.column(said.at()))
        .update();
  }

  /** All that somebody has said, in its order. */
  public PollAnswers of(long asked) {
    return new PollAnswers(
        jdbc.sql("SELECT * FROM poll_answer WHERE asked_id = ? ORDER BY at, source, number")
            .param(asked)
            .query(PollAnswerRows::row)
            .list());
  }

  private static PollSaid row(ResultSet row, int n) throws SQLException {
    return new PollSaid(
        row.getLong("asked_id"),
        Columns.text(row, "source"),
        row.getInt("number"),
        Coded.of(PollItem.class, Columns.text(row, "item")),
        row.getInt("question"),
        Columns.text(row, "value"),
        Columns.text(row, "words"),
        row.getBoolean("decoded"),
        row.getLong("from_ms"),
        row.getLong("to_ms"),
        Utc.instant(row, "at"));
  }
}
