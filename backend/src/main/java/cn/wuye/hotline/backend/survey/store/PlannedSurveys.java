package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.DueCall.Priority;
import cn.wuye.hotline.backend.survey.SurveyPlanned;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Plans a survey in the transaction in which a ticket's work ends, and withdraws it in the one in
 * which the ticket goes on otherwise. Of who has no number of her own, and of what no resident has
 * reported, nobody is asked.
 */
@Component
public class PlannedSurveys {
  /** In which a ticket waits for what its resident says. */
  public static final Set<State> WAITING =
      Collections.unmodifiableSet(
          EnumSet.of(State.SOLVED, State.NOT_OUR_DUTY, State.NOT_CONFIRMED, State.CALLBACK));

  private static final Set<Channel> NOBODY =
      EnumSet.of(Channel.SENSOR, Channel.PARTNER, Channel.IMPORT);
  private static final int SHORTEST = 7;
  private static final int SHARES = 1000;
  private static final int PRIME = 7919;

  private final SurveyRows rows;
  private final SurveyTaskRows tasks;
  private final SurveyHours hours;
  private final ApplicationEventPublisher events;
  private final Duration within;
  private final Clock clock;

  PlannedSurveys(
      SurveyRows rows,
      SurveyTaskRows tasks,
      SurveyHours hours,
      ApplicationEventPublisher events,
      SurveyProperties properties,
      Clock clock) {
    this.rows = rows;
    this.tasks = tasks;
    this.hours = hours;
    this.events = events;
    this.within = properties.within();
    this.clock = clock;
  }

  @EventListener
  void on(TicketHappened event) {
    if (!(event.what() instanceof Happening.StateChanged change)) {
      return;
    }
    if (goesOn(change)) {
      Instant now = Utc.now(clock);
      rows.withdraw(event.ticket(), now);
      tasks.withdraw(event.ticket(), now);
    } else if (!WAITING.contains(change.from()) && WAITING.contains(change.to())) {
      plan(event.now());
    }
  }

  /** Whether the ticket waits for its resident no more. */
  public static boolean goesOn(Happening.StateChanged change) {
    return WAITING.contains(change.from()) && !WAITING.contains(change.to());
  }

  /** Whether a resident can have it: 110, 12345 or an extension has none, and is not phoned. */
  public static boolean residents(PhoneNumber number) {
    return number.digits().length() >= SHORTEST;
  }

  private void plan(Ticket ticket) {
    Reporter reporter = ticket.contents().reporter();
    PhoneNumber number = reporter.phone();
    if (number == null || !residents(number) || NOBODY.contains(ticket.channel())) {
      return;
    }
    Instant now = Utc.now(clock);
    EstateId estate = ticket.contents().place().estateId();
    List<Survey> before = rows.of(ticket.number());
    int round = before.isEmpty() ? 1 : before.get(before.size() - 1).round() + 1;
    boolean urgent =
        ticket.contents().subject().urgency() == Urgency.EMERGENCY
            || rows.dissatisfiedBefore(ticket.number(), round) > 0;
    if (hours.declined(reporter)) {
      // Not in this transaction: whoever ends the work sees the ticket as he left it.
      rows.add(ticket.number(), round, estate, urgent, now, null, now, Duration.ZERO);
      events.publishEvent(new SurveyPlanned(ticket, round));
      return;
    }
    Instant due =
        hours
            .of(estate, now)
            .spread(
                now,
                now.plus(within),
                share(ticket.number(), round),
                hours.callee(reporter, now),
                hours.calls(number, now));
    rows.add(
        ticket.number(), round, estate, urgent, now, due, null, Priority.of(urgent).headStart());
    events.publishEvent(new SurveyPlanned(ticket, round));
  }

  /** The same whenever it is asked; those of neighbouring numbers lie far apart. */
  private static double share(TicketNumber ticket, int round) {
    return Math.floorMod(ticket.value() * PRIME + round, SHARES) / (double) SHARES;
  }
}
