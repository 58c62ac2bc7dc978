package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What residents wish of surveys; who may see a resident is decided before. */
@Component
public class ResidentWishes {
  private static final AuditAction CHANGED = new AuditAction("resident.survey-wish");

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  ResidentWishes(JdbcClient jdbc, Audit audit, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What a resident wishes. */
  public ResidentWish of(long resident) {
    return jdbc.sql("SELECT no_surveys, preferred FROM resident_survey WHERE resident_id = ?")
        .param(resident)
        .query(ResidentWishes::row)
        .optional()
        .orElse(ResidentWish.NONE);
  }

  /**
   * Keeps it; audited.
   *
   * @param by login of who enters it
   */
  public void save(long resident, ResidentWish wish, String by) {
    transactions.run(
        () -> {
          write(resident, wish);
          audit.record(
              Audit.user(by),
              CHANGED,
              "resident:" + resident,
              Map.of("noSurveys", wish.noSurveys(), "preferred", written(wish.preferred())));
          return true;
        });
  }

  /** She has said herself that she wants no surveys: kept, and her hours with it. */
  public void declined(long resident) {
    jdbc.sql(
            "INSERT INTO resident_survey (resident_id, no_surveys, changed_at)"
                + " VALUES (:resident, TRUE, :now)"
                + " ON DUPLICATE KEY UPDATE no_surveys = TRUE, changed_at = :now")
        .param("resident", resident)
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  /** Whether somebody of whom no more is known than this number has said so. */
  public boolean declined(PhoneNumber number) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM ticket t JOIN survey s ON s.ticket = t.number"
                    + " JOIN survey_answer a ON a.survey_id = s.id AND a.item = 'declined'"
                    + " WHERE t.reporter_phone IN (:numbers) AND t.resident_id IS NULL")
            .param("numbers", NumberKey.spellings(number))
            .query(Long.class)
            .single()
        > 0;
  }

  private void write(long resident, ResidentWish wish) {
    jdbc.sql(
            "INSERT INTO resident_survey (resident_id, no_surveys, preferred, changed_at)"
                + " VALUES (:resident, :no, :preferred, :now) ON DUPLICATE KEY UPDATE"
                + " no_surveys = :no, preferred = :preferred, changed_at = :now")
        .param("resident", resident)
        .param("no", wish.noSurveys())
        .param("preferred", written(wish.preferred()))
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  private static String written(List<Frame> frames) {
    return frames.stream().map(Frame::toString).collect(Collectors.joining(","));
  }

  private static ResidentWish row(ResultSet row, int n) throws SQLException {
    String frames = Objects.requireNonNull(row.getString("preferred"));
    return new ResidentWish(
        row.getBoolean("no_surveys"),
        frames.isEmpty()
            ? List.of()
            : Arrays.stream(frames.split(",", -1)).map(Frame::parse).toList());
  }
}
