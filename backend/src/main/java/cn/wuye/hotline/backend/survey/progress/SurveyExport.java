package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.desk.WrittenAnswers;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was settled in a period, survey by survey; little of it is in memory at any time. */
@Component
public class SurveyExport {
  private static final int PAGE = 500;

  private final JdbcClient jdbc;
  private final WrittenAnswers written;
  private final Audit audit;

  SurveyExport(JdbcClient jdbc, WrittenAnswers written, Audit audit) {
    this.jdbc = jdbc;
    this.written = written;
    this.audit = audit;
  }

  /** Takes one survey after the other. */
  public interface Sink<E extends Exception> {
    void add(ExportedSurvey survey) throws E;
  }

  /**
   * Tells all surveys about tickets that may be seen, as they were settled. Audited, before the
   * first is told. Whoever calls has looked whether data may be taken away.
   *
   * @param by login of who takes them
   * @param format for the audit, {@code csv}
   */
  public <E extends Exception> void write(
      Period period, EstateScope scope, String by, String format, Sink<E> sink) throws E {
    audit.record(
        Audit.user(by),
        AuditAction.EXPORTED,
        "surveys",
        Map.of(
            "from", period.from().toString(),
            "to", period.to().toString(),
            "format", format,
            "allEstates", scope.all(),
            "estates", scope.estates().size()));
    ExportedSurvey last = null;
    do {
      List<ExportedSurvey> page = page(period, scope, last);
      Map<Long, String> words = words(page);
      Map<Long, String> writers = written.writers(page.stream().map(ExportedSurvey::id).toList());
      for (ExportedSurvey survey : page) {
        sink.add(
            survey.with(
                writers.getOrDefault(survey.id(), ""), words.getOrDefault(survey.id(), "")));
      }
      last = page.size() < PAGE ? null : page.get(PAGE - 1);
    } while (last != null);
  }

  private List<ExportedSurvey> page(
      Period period, EstateScope scope, @Nullable ExportedSurvey after) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", Utc.column(after == null ? period.start() : after.settled()));
    parameters.put("id", after == null ? 0 : after.id());
    parameters.put("to", Utc.column(period.end()));
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    return jdbc.sql(
            "SELECT s.*, COALESCE(e.name, '') AS estate, t.category, t.subcategory,"
                + " COALESCE(t.department, '') AS department FROM survey s"
                + " JOIN ticket t ON t.number = s.ticket LEFT JOIN estate e ON e.id = t.estate_id"
                + " WHERE s.settled_at >= :from AND s.settled_at < :to"
                + " AND (s.settled_at > :from OR s.id > :id)"
                + (seen.isEmpty() ? "" : " AND " + seen)
                + " ORDER BY s.settled_at, s.id LIMIT "
                + PAGE)
        .params(parameters)
        .query(SurveyExport::row)
        .list();
  }

  private Map<Long, String> words(List<ExportedSurvey> page) {
    Map<Long, String> words = new HashMap<>();
    if (!page.isEmpty()) {
      jdbc.sql(
              "SELECT survey_id, words FROM survey_answer WHERE survey_id IN (:ids)"
                  + " AND item = 'comment' AND words <> '' ORDER BY survey_id, at, source, number")
          .param("ids", page.stream().map(ExportedSurvey::id).toList())
          .query(
              row -> {
                words.merge(
                    row.getLong("survey_id"),
                    Columns.text(row, "words"),
                    (all, one) -> all + "\n" + one);
              });
    }
    return words;
  }

  private static ExportedSurvey row(ResultSet row, int n) throws SQLException {
    return new ExportedSurvey(
        row.getLong("id"),
        new TicketNumber(row.getLong("ticket")),
        row.getInt("round"),
        Columns.text(row, "estate"),
        Columns.text(row, "category"),
        Columns.text(row, "subcategory"),
        Columns.text(row, "department"),
        Coded.of(SurveyState.class, Columns.text(row, "state")),
        Columns.text(row, "channel"),
        "",
        Columns.text(row, "solved"),
        number(row, "satisfaction"),
        number(row, "attitude"),
        number(row, "speed"),
        number(row, "result"),
        number(row, "recommendation"),
        row.getBoolean("dissatisfied"),
        row.getInt("attempts"),
        Utc.instantOrNull(row, "first_call_at"),
        Utc.instant(row, "settled_at"),
        "");
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
