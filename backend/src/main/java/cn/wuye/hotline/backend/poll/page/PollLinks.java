package cn.wuye.hotline.backend.poll.page;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.LinkRows;
import cn.wuye.hotline.backend.message.Links;
import cn.wuye.hotline.backend.message.template.MessageEvent;
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

  private final LinkRows rows;
  private final PollRows polls;
  private final PollResidentRows residents;
  private final SurveyWaysProperties ways;

  PollLinks(
      JdbcClient jdbc,
      PollRows polls,
      PollResidentRows residents,
      SurveyWaysProperties ways,
      Clock clock) {
    this.rows = new LinkRows(jdbc, "poll_link", "asked_id", clock);
    this.polls = polls;
    this.residents = residents;
    this.ways = ways;
  }

  @Override
  public Optional<String> link(Addressee to, String event, @Nullable TicketNumber ticket) {
    if (!ways.links()
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
                    .map(poll -> rows.token(asked.id(), poll.days().end())))
        .map(token -> ways.publicUrl() + PATH + token);
  }

  /**
   * Which resident of which poll this token opens; empty when there never was such a one, or long
   * ago.
   */
  public Optional<LinkRows.Opened> find(String token) {
    return rows.find(token);
  }

  /** Removes what expired before then; how many. */
  int remove(Instant before, int most) {
    return rows.remove(before, most);
  }
}
