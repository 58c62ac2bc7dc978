package cn.wuye.hotline.backend.poll.page;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.LinkToken;
import cn.wuye.hotline.backend.message.Links;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.poll.store.PollResident;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.poll.store.PollRows;
import cn.wuye.hotline.backend.survey.sms.SurveyWaysProperties;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that open a poll for one resident until it ends. What is kept of a link opens nothing. */
@Component
public class PollLinks implements Links {
  /** Where the links lead. */
  public static final String PATH = "/q/";

  private final JdbcClient jdbc;
  private final PollRows polls;
  private final PollResidentRows residents;
  private final SurveyWaysProperties ways;
  private final Clock clock;

  PollLinks(
      JdbcClient jdbc,
      PollRows polls,
      PollResidentRows residents,
      SurveyWaysProperties ways,
      Clock clock) {
    this.jdbc = jdbc;
    this.polls = polls;
    this.residents = residents;
    this.ways = ways;
    this.clock = clock;
  }

  /**
   * What a link opens.
   *
   * @param asked which resident of which poll
   */
  public record OpenedPoll(long asked, boolean expired) {}

  @Override
  public Optional<String> link(Addressee to, String event, @Nullable TicketNumber ticket) {
    if (!ways.link()
        || ways.publicUrl().isEmpty()
        || !event.equals(MessageEvent.POLL_ASKED.code())
        || !(to instanceof Addressee.Resident resident)) {
      return Optional.empty();
    }
    return residents
        .invitedLast(resident.id())
        .flatMap(
            asked ->
                polls
                    .find(asked.poll(), EstateScope.ALL)
                    .map(poll -> ways.publicUrl() + PATH + token(asked, poll)));
  }

  private String token(PollResident asked, Poll poll) {
    String token = LinkToken.next();
    jdbc.sql(
            "INSERT INTO poll_link (token_hash, asked_id, created_at, expires_at)"
                + " VALUES (:hash, :asked, :now, :until)")
        .param("hash", LinkToken.hash(token))
        .param("asked", asked.id())
        .param("now", Utc.column(Utc.now(clock)))
        .param("until", Utc.column(poll.days().end()))
        .update();
    return token;
  }

  /** What this token opens; empty when there never was such a one, or long ago. */
  public Optional<OpenedPoll> find(String token) {
    if (!LinkToken.wellFormed(token)) {
      return Optional.empty();
    }
    return jdbc.sql("SELECT asked_id, expires_at FROM poll_link WHERE token_hash = :hash")
        .param("hash", LinkToken.hash(token))
        .query(
            (row, n) ->
                new OpenedPoll(
                    row.getLong("asked_id"),
                    !Utc.instant(row, "expires_at").isAfter(clock.instant())))
        .optional();
  }

  /** Removes what expired before then; how many. */
  int remove(Instant before, int most) {
    return jdbc.sql(
            "DELETE FROM poll_link WHERE expires_at < :before ORDER BY expires_at LIMIT :most")
        .param("before", Utc.column(before))
        .param("most", most)
        .update();
  }
}
