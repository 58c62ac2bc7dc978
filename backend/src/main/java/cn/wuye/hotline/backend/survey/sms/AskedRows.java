package cn.wuye.hotline.backend.survey.sms;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which surveys were asked by SMS, and which one a text may be about. */
@Component
class AskedRows {
  private final JdbcClient jdbc;

  AskedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A survey that a text may be about.
   *
   * @param open whether it can still be answered
   * @param asked whether she was asked by SMS
   */
  record Candidate(long survey, TicketNumber ticket, boolean open, boolean asked) {}

  /** She is asked. */
  void add(long survey, Instant now) {
    jdbc.sql(
            "INSERT INTO survey_asked (survey_id, asked_at) VALUES (:survey, :now)"
                + " ON DUPLICATE KEY UPDATE survey_id = survey_id")
        .param("survey", survey)
        .param("now", Utc.column(now))
        .update();
  }

  /** The surveys of a ticket that were asked by SMS. */
  List<Long> of(TicketNumber ticket) {
    return jdbc.sql(
            "SELECT a.survey_id FROM survey s JOIN survey_asked a ON a.survey_id = s.id"
                + " WHERE s.ticket = ?")
        .param(ticket.value())
        .query(Long.class)
        .list();
  }

  /**
   * Those of a number: what was asked by SMS before what was not, of those the open ones first, and
   * of several the last.
   *
   * @param since only what is open, or was settled after that
   */
  List<Candidate> of(PhoneNumber number, Instant since) {
    return jdbc.sql(
            "SELECT s.id, s.ticket, s.state, a.asked_at FROM ticket t"
                + " JOIN survey s ON s.ticket = t.number"
                + " LEFT JOIN survey_asked a ON a.survey_id = s.id"
                + " WHERE t.reporter_phone IN (:numbers)"
                + " AND (s.state IN (:open) OR s.settled_at > :since)"
                + " ORDER BY a.asked_at IS NULL, CASE WHEN s.state IN (:open) THEN 0 ELSE 1 END,"
                + " a.asked_at DESC, s.planned_at DESC, s.id DESC")
        .param("numbers", NumberKey.spellings(number))
        .param("open", SurveyState.OPEN)
        .param("since", Utc.column(since))
        .query(
            (row, n) ->
                new Candidate(
                    row.getLong("id"),
                    new TicketNumber(row.getLong("ticket")),
                    SurveyState.OPEN.contains(row.getString("state")),
                    row.getObject("asked_at") != null))
        .list();
  }
}
