package cn.wuye.hotline.backend.survey.link;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.LinkToken;
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

  private final JdbcClient jdbc;
  private final SurveyRows surveys;
  private final SurveyWaysProperties ways;
  private final Clock clock;

  SurveyLinks(JdbcClient jdbc, SurveyRows surveys, SurveyWaysProperties ways, Clock clock) {
    this.jdbc = jdbc;
    this.surveys = surveys;
    this.ways = ways;
    this.clock = clock;
  }

  /** What a link opens. */
  public record Opened(long survey, boolean expired) {}

  @Override
  public Optional<String> link(Addressee to, String event, @Nullable TicketNumber ticket) {
    if (!ways.link()
        || ways.publicUrl().isEmpty()
        || ticket == null
        || !event.equals(MessageEvent.SURVEY_ASKED.code())) {
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
    String token = LinkToken.next();
    Instant now = Utc.now(clock);
    jdbc.sql(
            "INSERT INTO survey_link (token_hash, survey_id, created_at, expires_at)"
                + " VALUES (:hash, :survey, :now, :until)")
        .param("hash", LinkToken.hash(token))
        .param("survey", survey)
        .param("now", Utc.column(now))
        .param("until", Utc.column(now.plus(Duration.ofDays(ways.linkDays()))))
        .update();
    return token;
  }

  /** What this token opens; empty when there never was such a one, or long ago. */
  public Optional<Opened> find(String token) {
    if (!LinkToken.wellFormed(token)) {
      return Optional.empty();
    }
    return jdbc.sql("SELECT survey_id, expires_at FROM survey_link WHERE token_hash = :hash")
        .param("hash", LinkToken.hash(token))
        .query(
            (row, n) ->
                new Opened(
                    row.getLong("survey_id"),
                    !Utc.instant(row, "expires_at").isAfter(clock.instant())))
        .optional();
  }

  /** Removes what expired before then; how many. */
  int remove(Instant before, int most) {
    return jdbc.sql(
            "DELETE FROM survey_link WHERE expires_at < :before ORDER BY expires_at LIMIT :most")
        .param("before", Utc.column(before))
        .param("most", most)
        .update();
  }
}
