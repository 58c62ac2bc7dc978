package cn.wuye.hotline.backend.poll.store;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.poll.PollAnswers;
import cn.wuye.hotline.backend.poll.PollSaid;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.ToldColumns;
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
    ToldColumns.set(
            jdbc.sql(
                "INSERT INTO poll_answer (asked_id, item, question, "
                    + ToldColumns.NAMES
                    + ") VALUES (:asked, :item, :question, "
                    + ToldColumns.PARAMETERS
                    + ") ON DUPLICATE KEY UPDATE asked_id = asked_id"),
            said.told())
        .param("asked", said.asked())
        .param("item", said.item().code())
        .param("question", said.question())
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
        Coded.of(Item.class, Columns.text(row, "item")),
        row.getInt("question"),
        ToldColumns.told(row));
  }
}
