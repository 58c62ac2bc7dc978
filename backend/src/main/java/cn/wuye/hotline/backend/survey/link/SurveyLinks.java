package cn.wuye.hotline.backend.survey.link;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.LinkRows;
import cn.wuye.hotline.backend.message.Links;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.sms.SurveyWaysProperties;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that open a survey. What is kept of a link does not open anything. */
@Component
public class SurveyLinks implements Links {
  /** Where the links lead. */
  public static final String PATH = "/s/";

  private final LinkRows rows;
  private final SurveyRows surveys;
  private final SurveyWaysProperties ways;
  private final Clock clock;

  SurveyLinks(JdbcClient jdbc, SurveyRows surveys, SurveyWaysProperties ways, Clock clock) {
    this.rows = new LinkRows(jdbc, "survey_link", "survey_id", clock);
    this.surveys = surveys;
    this.ways = ways;
    this.clock = clock;
  }

  @Override
  public Optional<String> link(Addressee to, String event, @Nullable TicketNumber ticket) {
    if (!ways.links() || ticket == null || !event.equals(MessageEvent.SURVEY_ASKED.code())) {
      return Optional.empty();
    }
    return surveys.of(ticket).stream()
        .filter(survey -> survey.state().open())
        .map(Survey::id)
        .reduce((first, last) -> last)
        .map(survey -> ways.publicUrl() + PATH + token(survey));
  }

  /** A new token that opens a survey. */
  String token(long survey) {
    return rows.token(survey, Utc.now(clock).plus(Duration.ofDays(ways.linkDays())));
  }

  /** What this token opens; empty when there never was such a one, or long ago. */
  public Optional<LinkRows.Opened> find(String token) {
    return rows.find(token);
  }

  /** Removes what expired before then; how many. */
  int remove(Instant before, int most) {
    return rows.remove(before, most);
  }
}
