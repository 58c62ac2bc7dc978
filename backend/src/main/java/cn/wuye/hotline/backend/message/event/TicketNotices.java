package cn.wuye.hotline.backend.message.event;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.message.channel.Channels;
import cn.wuye.hotline.backend.message.contact.Mobile;
import cn.wuye.hotline.backend.message.contact.ResidentContacts;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.message.voice.VoiceProperties;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.StaffNames;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells who reported a ticket that it was taken and that it was solved; in the transaction of the
 * change, so that nobody is told of what was rolled back.
 */
@Component
class TicketNotices {
  // What is entered later than this is history: an import, a spool that lay about.
  private static final Duration NEWS = Duration.ofHours(24);
  // More would make an SMS of three.
  private static final int LONGEST_DONE = 60;

  private final Outbox outbox;
  private final Tickets tickets;
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
      Channels channels,
      VoiceProperties voice,
      ResidentContacts wishes,
      StaffNames staff,
      NoticeProperties properties,
      Clock clock) {
    this.outbox = outbox;
    this.tickets = tickets;
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
      reachable(happened)
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
      reachable(happened)
          .ifPresent(
              ticket ->
                  tell(
                      MessageEvent.TICKET_SOLVED,
                      ticket,
                      Map.of(
                          "done",
                          Text.fitted(change.reason().strip(), LONGEST_DONE),
                          "who",
                          who(happened)),
                      false,
                      "solved/" + ticket.version()));
    }
  }

  /** Sensors and other systems are no residents, and what is imported is long past. */
  private static boolean tells(Channel channel) {
    return channel != Channel.IMPORT && channel != Channel.SENSOR && channel != Channel.PARTNER;
  }

  /** The ticket, if who reported it can be told at all. */
  private Optional<Ticket> reachable(TicketHappened happened) {
    return tickets
        .find(happened.ticket(), EstateScope.ALL)
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
