package cn.wuye.hotline.backend.poll.desk;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollQuestion;
import cn.wuye.hotline.backend.poll.PollTally;
import cn.wuye.hotline.backend.poll.store.Poll;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What came of a poll, of the estates that are seen; of two answers to a question the last counts.
 */
@Component
public class PollResults {
  /** The page shows so many comments. */
  public static final int MOST_WORDS = 200;

  private static final String LAST =
      " AND NOT EXISTS (SELECT 1 FROM poll_answer b WHERE b.asked_id = a.asked_id"
          + " AND b.question = a.question AND b.item = a.item"
          + " AND (b.at > a.at OR (b.at = a.at AND b.number > a.number)))";

  private final JdbcClient jdbc;

  PollResults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What somebody has said.
   *
   * @param estate its name
   * @param words empty when only the recording has them
   */
  public record Words(String estate, String words) {}

  /**
   * One who was drawn, without her name and number.
   *
   * @param estate its name
   * @param answers by question: the number, or her words
   */
  public record Line(long id, String estate, AskedState state, Map<Integer, String> answers) {
    public Line {
      answers = Map.copyOf(answers);
    }
  }

  /** How far it is. */
  public PollProgress progress(long poll, EstateScope scope) {
    Map<String, Object> parameters = parameters(poll);
    String seen = seen(scope, parameters);
    Map<AskedState, Long> counts = new EnumMap<>(AskedState.class);
    jdbc.sql(
            "SELECT r.state, COUNT(*) AS n FROM poll_resident r WHERE r.poll_id = :poll"
                + seen
                + " GROUP BY r.state")
        .params(parameters)
        .query(
            row -> {
              counts.put(Coded.of(AskedState.class, Columns.text(row, "state")), row.getLong("n"));
            });
    return new PollProgress(counts);
  }

  /** What was answered, question by question. */
  public List<PollTally> tallies(Poll poll, EstateScope scope) {
    Map<String, Object> parameters = parameters(poll.id());
    String seen = seen(scope, parameters);
    Map<Integer, Map<Integer, Long>> numbers = new HashMap<>();
    jdbc.sql(
            "SELECT a.question, a.value, COUNT(*) AS n FROM poll_answer a"
                + " JOIN poll_resident r ON r.id = a.asked_id"
                + " WHERE r.poll_id = :poll AND a.item = 'answer'"
                + seen
                + LAST
                + " GROUP BY a.question, a.value")
        .params(parameters)
        .query(
            row -> {
              numbers
                  .computeIfAbsent(row.getInt("question"), question -> new HashMap<>())
                  .put(Integer.valueOf(Columns.text(row, "value")), row.getLong("n"));
            });
    Map<Integer, Long> words = new HashMap<>();
    jdbc.sql(
            "SELECT a.question, COUNT(DISTINCT a.asked_id) AS n FROM poll_answer a"
                + " JOIN poll_resident r ON r.id = a.asked_id"
                + " WHERE r.poll_id = :poll AND a.item = 'words'"
                + seen
                + " GROUP BY a.question")
        .params(parameters)
        .query(
            row -> {
              words.put(row.getInt("question"), row.getLong("n"));
            });
    return poll.draft().questions().stream()
        .map(question -> tally(question, numbers, words))
        .toList();
  }

  private static PollTally tally(
      PollQuestion question, Map<Integer, Map<Integer, Long>> numbers, Map<Integer, Long> words) {
    return new PollTally(
        question,
        numbers.getOrDefault(question.number(), Map.of()),
        words.getOrDefault(question.number(), 0L));
  }

  /** What was said freely, the latest first; at most {@value #MOST_WORDS}. */
  public List<Words> words(long poll, EstateScope scope) {
    Map<String, Object> parameters = parameters(poll);
    return jdbc.sql(
            "SELECT a.words, COALESCE(e.name, '') AS estate FROM poll_answer a"
                + " JOIN poll_resident r ON r.id = a.asked_id"
                + " LEFT JOIN estate e ON e.id = r.estate_id"
                + " WHERE r.poll_id = :poll AND a.item = 'words'"
                + seen(scope, parameters)
                + " ORDER BY a.at DESC, a.asked_id, a.number LIMIT "
                + MOST_WORDS)
        .params(parameters)
        .query((row, n) -> new Words(Columns.text(row, "estate"), Columns.text(row, "words")))
        .list();
  }

  /** All who were drawn, in the order in which they were. */
  public List<Line> lines(long poll, EstateScope scope) {
    Map<String, Object> parameters = parameters(poll);
    String seen = seen(scope, parameters);
    Map<Long, Map<Integer, String>> answers = new HashMap<>();
    jdbc.sql(
            "SELECT a.asked_id, a.question, a.item, a.value, a.words FROM poll_answer a"
                + " JOIN poll_resident r ON r.id = a.asked_id"
                + " WHERE r.poll_id = :poll AND a.question > 0"
                + " AND a.item IN ('answer', 'words')"
                + seen
                + " ORDER BY a.at, a.source, a.number")
        .params(parameters)
        .query(
            row -> {
              boolean words = Columns.text(row, "item").equals("words");
              answers
                  .computeIfAbsent(row.getLong("asked_id"), asked -> new HashMap<>())
                  .put(row.getInt("question"), Columns.text(row, words ? "words" : "value"));
            });
    List<Line> lines = new ArrayList<>();
    jdbc.sql(
            "SELECT r.id, r.state, COALESCE(e.name, '') AS estate FROM poll_resident r"
                + " LEFT JOIN estate e ON e.id = r.estate_id WHERE r.poll_id = :poll"
                + seen
                + " ORDER BY r.id")
        .params(parameters)
        .query(
            row -> {
              long id = row.getLong("id");
              lines.add(
                  new Line(
                      id,
                      Columns.text(row, "estate"),
                      Coded.of(AskedState.class, Columns.text(row, "state")),
                      answers.getOrDefault(id, Map.of())));
            });
    return lines;
  }

  private static Map<String, Object> parameters(long poll) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("poll", poll);
    return parameters;
  }

  private static String seen(EstateScope scope, Map<String, Object> parameters) {
    String condition = ScopeCondition.of(scope, "r.estate_id", parameters);
    return condition.isEmpty() ? "" : " AND " + condition;
  }
}
