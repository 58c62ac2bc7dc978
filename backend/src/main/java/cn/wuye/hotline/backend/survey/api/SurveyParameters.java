package cn.wuye.hotline.backend.survey.api;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.desk.SurveyCursor;
import cn.wuye.hotline.backend.survey.desk.SurveyFilter;
import cn.wuye.hotline.backend.survey.desk.SurveyList;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameters of the list. A misspelt one is told: ignored, it would show too much. */
final class SurveyParameters {
  private static final Set<String> NAMES =
      new TreeSet<>(
          List.of(
              "state",
              "estate",
              "ticket",
              "satisfaction",
              "order",
              "from",
              "to",
              "text",
              "after",
              "limit"));
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_SEARCH = 100;
  private static final String LOW_FIRST = "low-first";

  private final Map<String, String> values;
  private final FieldCheck check = new FieldCheck();

  SurveyParameters(Map<String, String> values) {
    this.values = values;
  }

  /** A page that is asked for. */
  record Query(SurveyFilter filter, Optional<SurveyCursor> after, int limit) {}

  /** What is asked for; ends the request when something of it is wrong. */
  Query read() {
    values.keySet().stream()
        .filter(name -> !NAMES.contains(name))
        .forEach(name -> check.wrong(name, "unknown-parameter", String.join(", ", NAMES)));
    @Nullable String text = values.get("text");
    check.text("text", text, MAX_SEARCH);
    String order = Objects.requireNonNullElse(values.get("order"), "");
    if (!order.isEmpty() && !order.equals(LOW_FIRST)) {
      check.wrong("order", "code", order, LOW_FIRST);
    }
    @Nullable Instant from = moment("from");
    @Nullable Instant to = moment("to");
    if (from != null && to != null && to.isBefore(from)) {
      check.wrong("to", "not-before", from);
    }
    SurveyFilter filter =
        new SurveyFilter(
            check.coded("state", values.get("state"), SurveyState.class),
            check.parsed("estate", values.get("estate"), EstateId::parse, "1"),
            check.parsed("ticket", values.get("ticket"), TicketNumber::parse, "1000009"),
            check.parsed("satisfaction", values.get("satisfaction"), SurveyParameters::key, "1–5"),
            order.equals(LOW_FIRST),
            from,
            to,
            text == null ? "" : text.strip());
    @Nullable SurveyCursor after =
        check.parsed("after", values.get("after"), SurveyParameters::cursor, "next");
    @Nullable Integer limit = check.parsed("limit", values.get("limit"), Integer::valueOf, "50");
    int rows = limit == null ? DEFAULT_LIMIT : limit;
    check.between("limit", rows, 1, SurveyList.MAX_LIMIT).done();
    return new Query(filter, Optional.ofNullable(after), rows);
  }

  private @Nullable Instant moment(String name) {
    return check.parsed(name, values.get(name), Instant::parse, "2026-01-31T00:00:00Z");
  }

  private static Satisfaction key(String text) {
    return Satisfaction.ofKey(Integer.parseInt(text))
        .orElseThrow(() -> new IllegalArgumentException("no score"));
  }

  private static SurveyCursor cursor(String text) {
    return SurveyCursor.find(text).orElseThrow(() -> new IllegalArgumentException("no cursor"));
  }
}
