package cn.wuye.hotline.backend.survey.desk;

import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comments of residents, and which of the staff wrote down what she said. */
@Component
public class WrittenAnswers {
  /** No comment, and nobody of the staff. */
  static final Words NONE = new Words("", false, "");

  private static final Pattern STAFF = Pattern.compile("(?:agent|visit):([1-9][0-9]{0,17})");

  private final JdbcClient jdbc;

  WrittenAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was said in words.
   *
   * @param unheard whether part of it has to be listened to
   * @param by login of who wrote the answers down; the empty string for nobody
   */
  record Words(String comment, boolean unheard, String by) {}

  /**
   * What an answer comes by that one of the staff has entered: her id, because a login may have
   * letters that a source cannot have.
   */
  static String source(AnswerChannel channel, long staff) {
    return channel.code() + ":" + staff;
  }

  private record Row(long survey, String source, boolean comment, String words, boolean decoded) {}

  private record Source(long survey, String source) {}

  /** Logins of those who wrote down what residents said, by the survey. */
  public Map<Long, String> writers(List<Long> surveys) {
    Map<Long, String> writers = new HashMap<>();
    if (surveys.isEmpty()) {
      return writers;
    }
    List<Source> sources =
        jdbc.sql(
                "SELECT survey_id, source FROM survey_answer WHERE survey_id IN (:ids)"
                    + " AND channel IN ('agent', 'visit')"
                    + " ORDER BY survey_id, at, source, number")
            .param("ids", surveys)
            .query((row, n) -> new Source(row.getLong("survey_id"), Columns.text(row, "source")))
            .list();
    Map<Long, String> logins = logins(sources.stream().map(Source::source));
    for (Source each : sources) {
      String login = logins.getOrDefault(staff(each.source()), "");
      if (!login.isEmpty()) {
        writers.putIfAbsent(each.survey(), login);
      }
    }
    return writers;
  }

  Map<Long, Words> of(List<Long> surveys) {
    List<Row> rows =
        jdbc.sql(
                "SELECT survey_id, source, item, words, decoded FROM survey_answer"
                    + " WHERE survey_id IN (:ids)"
                    + " AND (item = 'comment' OR channel IN ('agent', 'visit'))"
                    + " ORDER BY survey_id, at, source, number")
            .param("ids", surveys)
            .query(
                (row, n) ->
                    new Row(
                        row.getLong("survey_id"),
                        Objects.requireNonNull(row.getString("source")),
                        "comment".equals(row.getString("item")),
                        Objects.requireNonNull(row.getString("words")),
                        row.getBoolean("decoded")))
            .list();
    Map<Long, String> logins = logins(rows.stream().map(Row::source));
    return rows.stream().collect(Collectors.groupingBy(Row::survey)).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> words(each.getValue(), logins)));
  }

  private static Words words(List<Row> rows, Map<Long, String> logins) {
    return new Words(
        rows.stream()
            .filter(row -> row.comment() && !row.words().isBlank())
            .map(Row::words)
            .collect(Collectors.joining(" ")),
        rows.stream().anyMatch(row -> row.comment() && !row.decoded()),
        rows.stream()
            .map(row -> logins.getOrDefault(staff(row.source()), ""))
            .filter(login -> !login.isEmpty())
            .findFirst()
            .orElse(""));
  }

  private Map<Long, String> logins(Stream<String> sources) {
    Set<Long> staff = new HashSet<>();
    sources.forEach(source -> staff.add(staff(source)));
    staff.remove(0L);
    Map<Long, String> logins = new HashMap<>();
    if (!staff.isEmpty()) {
      jdbc.sql("SELECT id, username FROM app_user WHERE id IN (:ids)")
          .param("ids", staff)
          .query(
              row -> {
                logins.put(row.getLong("id"), Objects.requireNonNull(row.getString("username")));
              });
    }
    return logins;
  }

  /** The id of who wrote it down; 0 for nobody. */
  private static long staff(String source) {
    Matcher matcher = STAFF.matcher(source);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
  }
}
