package cn.wuye.hotline.backend.survey.sms;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.message.channel.Channels;
import cn.wuye.hotline.backend.message.channel.SmsProperties;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.followup.CalledInVain;
import cn.wuye.hotline.backend.survey.store.PlannedSurveys;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks by message who was called in vain, once a survey: whose number does not exist always, since
 * only its voice may not work, all others where that is wanted. Takes the question back when it is
 * answered before it was sent.
 */
@Component
class SurveyAsking {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM-dd");

  private final AskedRows rows;
  private final Tickets tickets;
  private final SurveyHours hours;
  private final Outbox outbox;
  private final Channels channels;
  private final SurveyWaysProperties ways;
  private final boolean replies;
  private final Clock clock;

  SurveyAsking(
      AskedRows rows,
      Tickets tickets,
      SurveyHours hours,
      Outbox outbox,
      Channels channels,
      SurveyWaysProperties ways,
      SmsProperties sms,
      Clock clock) {
    this.rows = rows;
    this.tickets = tickets;
    this.hours = hours;
    this.outbox = outbox;
    this.channels = channels;
    this.ways = ways;
    this.replies = sms.reply().enabled();
    this.clock = clock;
  }

  @EventListener
  void on(CalledInVain call) {
    if (channels.any() && (call.unreachable() || ways.sms())) {
      tickets.find(call.ticket(), EstateScope.ALL).ifPresent(ticket -> ask(call.survey(), ticket));
    }
  }

  /** What she has answered otherwise, or what goes on without her, is asked no more. */
  @EventListener
  void on(TicketHappened happened) {
    boolean goesOn =
        happened.what() instanceof Happening.StateChanged change && PlannedSurveys.goesOn(change);
    if (goesOn || happened.what() instanceof Happening.Surveyed) {
      rows.of(happened.ticket()).forEach(survey -> outbox.withdraw(once(survey)));
    }
  }

  private void ask(long survey, Ticket ticket) {
    TicketNumber number = ticket.number();
    boolean fresh =
        outbox.tell(
            new Notice(
                MessageEvent.SURVEY_ASKED.code(),
                new Addressee.Reporter(number),
                number,
                values(ticket),
                false,
                once(survey)));
    if (fresh) {
      rows.add(survey, Utc.now(clock));
    }
  }

  private Map<String, String> values(Ticket ticket) {
    Instant opened = ticket.openedAt();
    EstateId estate = ticket.contents().place().estateId();
    ZoneId zone = hours.of(estate, opened).zone();
    Map<String, String> values = new HashMap<>();
    values.put("date", DATE.format(opened.atZone(zone)));
    if (replies) {
      values.put("yes", ReplyWords.SOLVED);
      values.put("no", ReplyWords.NOT_SOLVED);
      values.put("part", ReplyWords.PARTLY);
      values.put("stop", ReplyWords.STOP);
    }
    return values;
  }

  private static String once(long survey) {
    return "survey/" + survey + "/asked";
  }
}
