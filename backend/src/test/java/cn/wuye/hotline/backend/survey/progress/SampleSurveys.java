package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Surveys for tests, as they stand in the database at some point of their life. */
public final class SampleSurveys {
  private static final AtomicInteger ROUNDS = new AtomicInteger();

  private final JdbcClient jdbc;

  public SampleSurveys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A survey of a ticket; what is not said of it stands as with one that was just planned. */
  public Draft of(long ticket, String state) {
    return new Draft(ticket, state);
  }

  /** A call. */
  public void call(long survey, int number, Instant at, @Nullable String outcome) {
    jdbc.sql(
            "INSERT INTO survey_attempt (survey_id, number, node, placed_at, outcome, ended_at)"
                + " VALUES (:survey, :number, 'node-7', :at, :outcome, :at)")
        .param("survey", survey)
        .param("number", number)
        .param("at", Utc.column(at))
        .param("outcome", outcome)
        .update();
  }

  /** A comment. */
  public void comment(long survey, int number, String words, Instant at) {
    jdbc.sql(
            "INSERT INTO survey_answer (survey_id, source, number, channel, item, words, at)"
                + " VALUES (:survey, 'test', :number, 'phone', 'comment', :words, :at)")
        .param("survey", survey)
        .param("number", number)
        .param("words", words)
        .param("at", Utc.column(at))
        .update();
  }

  /** A survey that is to stand in the database. */
  public final class Draft {
    private final Map<String, Object> columns = new LinkedHashMap<>();

    private Draft(long ticket, String state) {
      columns.put("ticket", ticket);
      columns.put("state", state);
      columns.put("round", ROUNDS.incrementAndGet());
      columns.put("urgent", false);
    }

    public Draft with(String column, Object value) {
      columns.put(column, value instanceof Instant at ? Utc.column(at) : value);
      return this;
    }

    /** How satisfied she is; whoever gives 2 or less is dissatisfied. */
    public Draft satisfied(int degree, String solved) {
      return with("satisfaction", degree)
          .with("solved", solved)
          .with("dissatisfied", degree <= 2 || solved.equals("not-solved"));
    }

    /** Its id. */
    public long insert() {
      String names = String.join(", ", columns.keySet());
      String values =
          columns.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
      jdbc.sql(
              "INSERT INTO survey (estate_id, planned_at, "
                  + names
                  + ") SELECT estate_id, opened_at, "
                  + values
                  + " FROM ticket WHERE number = :ticket")
          .params(columns)
          .update();
      return jdbc.sql("SELECT id FROM survey WHERE ticket = :ticket AND round = :round")
          .params(columns)
          .query(Long.class)
          .single();
    }
  }
}
