package cn.wuye.hotline.backend.survey.matter;

import cn.wuye.hotline.backend.intake.Understanding;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.resident.Household;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Repeats;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.IntentReader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What residents write, as tickets and notes. Everything in the caller's transaction. */
@Component
public class WrittenMatters {
  private static final int LONGEST_NOTE = 2000;

  private final Understanding understanding;
  private final Tickets tickets;
  private final TicketWork work;
  private final Repeats repeats;
  private final Residents residents;
  private final Clock clock;

  WrittenMatters(
      Understanding understanding,
      Tickets tickets,
      TicketWork work,
      Repeats repeats,
      Residents residents,
      Clock clock) {
    this.understanding = understanding;
    this.tickets = tickets;
    this.work = work;
    this.repeats = repeats;
    this.residents = residents;
    this.clock = clock;
  }

  /** Whether the words tell an emergency. */
  public boolean emergency(String words) {
    return understanding.of(words).emergency();
  }

  /**
   * Opens a ticket of what somebody has written.
   *
   * @param number reserved before the transaction
   * @param from whose number it is; null when nothing is known
   * @param about the ticket that she was asked about, whose place it has, and which it repeats
   *     where the words name nothing else; null for none
   */
  public TicketNumber open(
      TicketNumber number,
      Origin origin,
      Channel channel,
      @Nullable PhoneNumber from,
      String words,
      @Nullable Ticket about) {
    Actor actor = actor(channel);
    Intent intent = understanding.of(words);
    boolean known = intent.emergency() || intent.confidence() >= IntentReader.SURE;
    Subject subject = about != null && !known ? about.contents().subject() : Subject.of(intent);
    Household household = from == null ? new Household(List.of()) : residents.household(from);
    Contents contents =
        new Contents(
            subject,
            about != null ? about.contents().place() : home(household),
            about != null ? about.contents().reporter() : Reporter.of(household, from),
            Text.fitted(words.strip(), Contents.MAX_TEXT),
            false,
            false);
    TicketNumber opened =
        tickets
            .openOrAmend(
                new NewTicket(
                    Optional.of(number),
                    origin,
                    channel,
                    Optional.empty(),
                    contents,
                    clock.instant(),
                    household.dialect()),
                actor)
            .number();
    if (about != null && same(subject, about.contents().subject())) {
      repeats.link(opened, about.number(), actor);
    }
    return opened;
  }

  /** Notes at a ticket what was written; false when there is none such. */
  public boolean note(TicketNumber ticket, Channel channel, String words) {
    Optional<Ticket> found = work.locked(ticket);
    String text = (channel == Channel.SMS ? "短信：" : "网页：") + words.strip();
    found.ifPresent(
        known ->
            work.note(
                known, actor(channel), new Happening.NoteAdded(Text.fitted(text, LONGEST_NOTE))));
    return found.isPresent();
  }

  private static Actor actor(Channel channel) {
    return Actor.system(channel.code());
  }

  private static boolean same(Subject one, Subject other) {
    return one.category().equals(other.category()) && one.subcategory().equals(other.subcategory());
  }

  private static TicketPlace home(Household household) {
    return household
        .onlyOne()
        .flatMap(resident -> resident.dwellings().stream().findFirst())
        .map(
            home ->
                TicketPlace.fitted(home.estateId(), home.building(), home.unit(), home.room(), ""))
        .orElse(TicketPlace.UNKNOWN);
  }
}
