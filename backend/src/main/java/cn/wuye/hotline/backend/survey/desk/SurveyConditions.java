package cn.wuye.hotline.backend.survey.desk;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as SQL, of {@code survey s} and its {@code ticket t}. */
final class SurveyConditions {
  private static final int MOST_WORDS = 5;

  private final SurveyFilter filter;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  /**
   * @param searched comments are looked for only in surveys with a greater id than this
   */
  SurveyConditions(SurveyFilter filter, EstateScope scope, long searched) {
    this.filter = filter;
    seen(scope);
    equal("s.state", "state", filter.state() == null ? null : filter.state().code());
    equal("t.estate_id", "estate", filter.estate() == null ? null : filter.estate().value());
    equal("s.ticket", "ticket", filter.ticket() == null ? null : filter.ticket().value());
    equal(
        "s.satisfaction",
        "satisfaction",
        filter.satisfaction() == null ? null : filter.satisfaction().key());
    settled(">=", "from", filter.from());
    settled("<", "to", filter.to());
    if (filter.lowFirst()) {
      conditions.add("s.satisfaction IS NOT NULL");
    }
    words(searched);
  }

  void after(SurveyCursor cursor) {
    parameters.put("id", cursor.id());
    if (filter.lowFirst()) {
      conditions.add("(s.satisfaction > :score OR (s.satisfaction = :score AND s.id < :id))");
      parameters.put("score", cursor.score());
    } else {
      conditions.add("s.id < :id");
    }
  }

  String where() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  String order() {
    return filter.lowFirst() ? " ORDER BY s.satisfaction, s.id DESC" : " ORDER BY s.id DESC";
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void seen(EstateScope scope) {
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    if (!seen.isEmpty()) {
      conditions.add(seen);
    }
  }

  private void equal(String column, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(column + " = :" + name);
      parameters.put(name, value);
    }
  }

  private void settled(String comparison, String name, @Nullable Instant at) {
    if (at != null) {
      conditions.add("s.settled_at " + comparison + " :" + name);
      parameters.put(name, Utc.column(at));
    }
  }

  private void words(long searched) {
    if (filter.words().isBlank()) {
      return;
    }
    StringBuilder comment =
        new StringBuilder(
            "s.id > :searched AND EXISTS (SELECT 1 FROM survey_answer a WHERE a.survey_id = s.id"
                + " AND a.item = 'comment'");
    parameters.put("searched", searched);
    String[] words = filter.words().strip().split("\\s+", MOST_WORDS + 1);
    for (int n = 0; n < Math.min(words.length, MOST_WORDS); n++) {
      comment.append(" AND LOCATE(:word").append(n).append(", a.words) > 0");
      parameters.put("word" + n, words[n]);
    }
    conditions.add(comment.append(')').toString());
  }
}
