package cn.wuye.hotline.backend.survey.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.desk.SurveyFacts.Call;
import cn.wuye.hotline.backend.survey.desk.SurveyFacts.Opinion;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads surveys with their calls and answers: three statements, however many they are. */
@Component
class FactRows {
  private static final Map<Item, String> MORE =
      Map.of(
          Item.ATTITUDE, "attitude",
          Item.SPEED, "speed",
          Item.RESULT, "result",
          Item.RECOMMENDATION, "recommendation");

  private final JdbcClient jdbc;
  private final WrittenAnswers written;

  FactRows(JdbcClient jdbc, WrittenAnswers written) {
    this.jdbc = jdbc;
    this.written = written;
  }

  /** Those that exist, in this order. */
  List<SurveyFacts> of(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Call>> calls = calls(ids);
    Map<Long, WrittenAnswers.Words> words = written.of(ids);
    Map<Long, SurveyFacts> found =
        jdbc
            .sql(
                "SELECT s.*, t.estate_id AS ticket_estate FROM survey s"
                    + " JOIN ticket t ON t.number = s.ticket WHERE s.id IN (:ids)")
            .param("ids", ids)
            .query((row, n) -> facts(row, calls, words))
            .list()
            .stream()
            .collect(toMap(SurveyFacts::id, each -> each));
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  private record Placed(long survey, Call call) {}

  private Map<Long, List<Call>> calls(List<Long> ids) {
    return jdbc
        .sql(
            "SELECT survey_id, number, placed_at, outcome, ended_at FROM survey_attempt"
                + " WHERE survey_id IN (:ids) ORDER BY survey_id, number")
        .param("ids", ids)
        .query(FactRows::placed)
        .list()
        .stream()
        .collect(groupingBy(Placed::survey, mapping(Placed::call, toList())));
  }

  private static Placed placed(ResultSet row, int n) throws SQLException {
    long survey = row.getLong("survey_id");
    int number = row.getInt("number");
    return new Placed(
        survey,
        new Call(
            number,
            new CallId(PlacedCall.id(survey, number)),
            Utc.instant(row, "placed_at"),
            code(CallOutcome.class, row.getString("outcome")),
            Utc.instantOrNull(row, "ended_at")));
  }

  private static SurveyFacts facts(
      ResultSet row, Map<Long, List<Call>> calls, Map<Long, WrittenAnswers.Words> words)
      throws SQLException {
    long id = row.getLong("id");
    long estate = row.getLong("ticket_estate");
    EstateId where = row.wasNull() ? null : new EstateId(estate);
    return new SurveyFacts(
        id,
        new TicketNumber(row.getLong("ticket")),
        where,
        row.getInt("round"),
        Coded.of(SurveyState.class, Objects.requireNonNull(row.getString("state"))),
        row.getBoolean("urgent"),
        Utc.instant(row, "planned_at"),
        Utc.instantOrNull(row, "due_at"),
        Utc.instantOrNull(row, "give_up_at"),
        Utc.instantOrNull(row, "settled_at"),
        opinion(row, words.getOrDefault(id, WrittenAnswers.NONE)),
        calls.getOrDefault(id, List.of()));
  }

  private static Opinion opinion(ResultSet row, WrittenAnswers.Words words) throws SQLException {
    Map<Item, Integer> more = new EnumMap<>(Item.class);
    for (Map.Entry<Item, String> each : MORE.entrySet()) {
      int value = row.getInt(each.getValue());
      if (!row.wasNull()) {
        more.put(each.getKey(), value);
      }
    }
    return new Opinion(
        code(AnswerChannel.class, row.getString("channel")),
        words.by(),
        Answers.solved(Objects.requireNonNull(row.getString("solved"))).orElse(null),
        Satisfaction.ofKey(row.getInt("satisfaction")).orElse(null),
        more,
        row.getBoolean("dissatisfied"),
        words.comment(),
        words.unheard());
  }

  private static <E extends Enum<E> & Coded> @Nullable E code(
      Class<E> type, @Nullable String code) {
    return code == null || code.isEmpty() ? null : Coded.of(type, code);
  }
}
