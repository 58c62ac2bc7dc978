package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.desk.SurveyFilter;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked for, as it stands in the address; empty strings for anything.
 *
 * @param score {@code low} for all scores with the lowest first, or 5 to 1
 */
record SurveyQuery(
    String state, String estate, String score, String ticket, String q, String cursor) {
  static final String PATH = "/console/surveys";
  static final String LOW = "low";
  static final int LONGEST_SEARCH = 100;

  // Called by data binding: parameters that were not sent are null.
  SurveyQuery(
      @Nullable String state,
      @Nullable String estate,
      @Nullable String score,
      @Nullable String ticket,
      @Nullable String q,
      @Nullable String cursor) {
    this.state = text(state);
    this.estate = text(estate);
    this.score = text(score);
    this.ticket = text(ticket);
    this.q = Text.fitted(text(q), LONGEST_SEARCH);
    this.cursor = text(cursor);
  }

  /** Whether anything but the state narrows the list. */
  public boolean narrowed() {
    return !(estate + score + ticket + q).isEmpty();
  }

  /** Whether it names what cannot be: that finds nothing, rather than everything. */
  boolean impossible() {
    return !ticket.isEmpty() && TicketNumber.find(ticket).isEmpty()
        || !estate.isEmpty() && EstateId.find(estate).isEmpty();
  }

  SurveyFilter filter() {
    return new SurveyFilter(
        Coded.find(SurveyState.class, state).orElse(null),
        EstateId.find(estate).orElse(null),
        TicketNumber.find(ticket).orElse(null),
        score.matches("[1-5]") ? Satisfaction.ofKey(Integer.parseInt(score)).orElse(null) : null,
        score.equals(LOW),
        null,
        null,
        q);
  }

  /** The same with another state, from its beginning. */
  String with(String otherState) {
    return address(otherState, "");
  }

  /** The page after a cursor. */
  String page(String after) {
    return address(state, after);
  }

  private String address(String wantedState, String after) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("state", wantedState);
    all.put("estate", estate);
    all.put("score", score);
    all.put("ticket", ticket);
    all.put("q", q);
    all.put("cursor", after);
    all.values().removeIf(String::isEmpty);
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
    all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(all).toUriString();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
