package cn.wuye.hotline.backend.message.event;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Announcements;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.message.channel.Channels;
import cn.wuye.hotline.backend.message.contact.Mobile;
import cn.wuye.hotline.backend.message.contact.ResidentContacts;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.message.voice.VoiceProperties;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.DutyReason;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.MergedTickets;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.StaffNames;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells who reported a ticket that it was taken, that it goes on as another one, and how it ended:
 * solved, or not our duty; in the transaction of the change, so that nobody is told of what was
 * rolled back.
 */
@Component
class TicketNotices {
  // What is entered later than this is history: an import, a spool that lay about.
  private static final Duration NEWS = Duration.ofHours(24);
  // More would make an SMS of three.
  private static final int LONGEST_DONE = 60;

  private final Outbox outbox;
  private final Tickets tickets;
  private final MergedTickets merged;
  private final ObjectProvider<Announcements> announcements;
  private final Channels channels;
  private final VoiceProperties voice;
  private final ResidentContacts wishes;
  private final StaffNames staff;
  private final Clock clock;
  private final boolean wanted;
  private final String desk;

  TicketNotices(
      Outbox outbox,
      Tickets tickets,
      MergedTickets merged,
      ObjectProvider<Announcements> announcements,
      Channels channels,
      VoiceProperties voice,
      ResidentContacts wishes,
      StaffNames staff,
      NoticeProperties properties,
      Clock clock) {
    this.outbox = outbox;
    this.tickets = tickets;
    this.merged = merged;
    this.announcements = announcements;
    this.channels = channels;
    this.voice = voice;
    this.wishes = wishes;
    this.staff = staff;
    this.clock = clock;
    this.wanted = properties.reporters();
    this.desk = properties.desk();
  }

  @EventListener
  void tell(TicketHappened happened) {
    if (!wanted || !(channels.any() || voice.enabled())) {
      return;
    }
    if (happened.what() instanceof Happening.Opened opened && tells(opened.channel())) {
      reachable(happened.ticket())
          .filter(ticket -> ticket.openedAt().isAfter(clock.instant().minus(NEWS)))
          .ifPresent(
              ticket ->
                  tell(
                      MessageEvent.TICKET_OPENED,
                      ticket,
                      Map.of("who", desk),
                      // Whoever reports an emergency at night is awake.
                      ticket.contents().subject().emergency(),
                      "opened"));
    }
    if (happened.what() instanceof Happening.StateChanged change && change.to() == State.SOLVED) {
      solved(happened, change);
    }
    if (happened.what() instanceof Happening.StateChanged change
        && change.to() == State.DUPLICATE) {
      change.duplicateOf().ifPresent(survivor -> merged(happened, survivor));
    }
    if (happened.what() instanceof Happening.StateChanged change && change.duty().isPresent()) {
      // Whoever has reported it by another ticket that was put together with it asks the same.
      all(happened.ticket())
          .forEach(
              number ->
                  reachable(number).ifPresent(ticket -> declined(ticket, change.duty().get())));
    }
  }

  /** Everybody who has reported it, by whichever of the tickets that were put together. */
  private void solved(TicketHappened happened, Happening.StateChanged change) {
    String done = Text.fitted(change.reason().strip(), LONGEST_DONE);
    Announcements known = announcements.getIfAvailable();
    Optional<String> what = known == null ? Optional.empty() : known.of(happened.ticket());
    long version = tickets.find(happened.ticket(), EstateScope.ALL).map(Ticket::version).orElse(0L);
    for (TicketNumber number : all(happened.ticket())) {
      reachable(number)
          .ifPresent(
              ticket ->
                  tell(
                      what.isPresent() ? MessageEvent.INCIDENT_OVER : MessageEvent.TICKET_SOLVED,
                      ticket,
                      what.map(words -> Map.of("what", words, "done", done))
                          .orElseGet(() -> Map.of("done", done, "who", who(happened))),
                      false,
                      "solved/" + version));
    }
  }

  /** Why it is not the company's duty, by the rule, and that a repair can be had for money. */
  private void declined(Ticket ticket, DutyReason why) {
    Map<String, String> values = new HashMap<>();
    values.put("reason", Notice.SENTENCE + "duty.rule." + why.code());
    if (why.paidRepair()) {
      values.put("offer", Notice.SENTENCE + "duty.paid-repair");
    }
    tell(MessageEvent.TICKET_DECLINED, ticket, values, false, "declined/" + ticket.version());
  }

  /** Also those whose tickets had been put together with it before. */
  private void merged(TicketHappened happened, TicketNumber survivor) {
    long version = tickets.find(happened.ticket(), EstateScope.ALL).map(Ticket::version).orElse(0L);
    for (TicketNumber number : all(happened.ticket())) {
      reachable(number)
          .ifPresent(
              ticket ->
                  tell(
                      MessageEvent.TICKET_MERGED,
                      ticket,
                      Map.of("survivor", survivor.toString()),
                      false,
                      "merged/" + happened.ticket() + "/" + version));
    }
  }

  private List<TicketNumber> all(TicketNumber head) {
    List<TicketNumber> all = new ArrayList<>(List.of(head));
    all.addAll(merged.under(head));
    return all;
  }

  /** Sensors and other systems are no residents, and what is imported is long past. */
  private static boolean tells(Channel channel) {
    return channel != Channel.IMPORT && channel != Channel.SENSOR && channel != Channel.PARTNER;
  }

  /** The ticket, if who reported it can be told at all. */
  private Optional<Ticket> reachable(TicketNumber number) {
    return tickets
        .find(number, EstateScope.ALL)
        .filter(
            ticket -> {
              PhoneNumber phone = ticket.contents().reporter().phone();
              Long resident = ticket.contents().reporter().residentId();
              if (!channels.any()) {
                return resident != null && phone != null && wishes.of(resident).byPhone();
              }
              return resident != null || (phone != null && Mobile.international(phone).isPresent());
            });
  }

  private String who(TicketHappened happened) {
    String actor = happened.actor().value();
    return happened.actor().person() ? staff.of(actor.substring("user:".length())) : desk;
  }

  private void tell(
      MessageEvent event,
      Ticket ticket,
      Map<String, String> values,
      boolean emergency,
      String what) {
    outbox.tell(
        new Notice(
            event.code(),
            new Addressee.Reporter(ticket.number()),
            ticket.number(),
            values,
            emergency,
            "ticket/" + ticket.number() + "/" + what));
  }
}
