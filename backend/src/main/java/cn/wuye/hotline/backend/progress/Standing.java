package cn.wuye.hotline.backend.progress;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.MergedTickets;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.user.StaffNames;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.TicketStatus;
import cn.wuye.hotline.ivr.port.TicketStatus.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a ticket stands, as it is told on the phone. */
@Component
class Standing {
  private final Tickets tickets;
  private final TicketList list;
  private final MergedTickets merged;
  private final Timeline timeline;
  private final Residents residents;
  private final StaffNames staff;
  private final Directory directory;
  private final Clock clock;

  Standing(
      Tickets tickets,
      TicketList list,
      MergedTickets merged,
      Timeline timeline,
      Residents residents,
      StaffNames staff,
      Directory directory,
      Clock clock) {
    this.tickets = tickets;
    this.list = list;
    this.merged = merged;
    this.timeline = timeline;
    this.residents = residents;
    this.staff = staff;
    this.directory = directory;
    this.clock = clock;
  }

  /** Empty when there is no such ticket. */
  Optional<TicketStatus> of(TicketNumber number, Optional<PhoneNumber> caller) {
    return tickets.find(number, EstateScope.ALL).map(ticket -> status(ticket, caller));
  }

  private TicketStatus status(Ticket ticket, Optional<PhoneNumber> caller) {
    // A merged ticket stands where the one stands that carries on.
    Ticket carrying = merged.head(ticket.number()).orElse(ticket);
    boolean own = caller.isPresent() && belongs(ticket, caller.get());
    return new TicketStatus(
        ticket.number().toString(),
        ticket.contents().subject().intent(),
        LocalDate.ofInstant(ticket.openedAt(), ZoneId.systemDefault()),
        stage(carrying.state()),
        own ? responsible(carrying) : Optional.empty(),
        own ? nextWithin(carrying) : Optional.empty(),
        own);
  }

  private boolean belongs(Ticket ticket, PhoneNumber caller) {
    PhoneNumber reporter = ticket.contents().reporter().phone();
    if (reporter != null && NumberKey.of(reporter).equals(NumberKey.of(caller))) {
      return true;
    }
    Long resident = ticket.contents().reporter().residentId();
    return resident != null
        && residents
            .household(caller)
            .onlyOne()
            .map(Resident::id)
            .filter(id -> Objects.equals(id, resident))
            .isPresent();
  }

  private static Stage stage(State state) {
    return switch (state) {
      case NEW, DUPLICATE -> Stage.REGISTERED;
      case ACCEPTED -> Stage.ACCEPTED;
      case DISPATCHED -> Stage.DISPATCHED;
      case IN_PROGRESS -> Stage.IN_PROGRESS;
      case SOLVED, CALLBACK, ARCHIVED -> Stage.DONE;
      case NOT_OUR_DUTY -> Stage.NOT_OUR_DUTY;
      case NOT_CONFIRMED -> Stage.NOT_CONFIRMED;
      case WITHDRAWN -> Stage.WITHDRAWN;
    };
  }

  /**
   * First to answer owns it; of tickets without an owner who accepted it last. Reached through the
   * estate's service desk.
   */
  private Optional<PhoneLine> responsible(Ticket ticket) {
    EstateId estate = ticket.contents().place().estateId();
    Optional<PhoneLine> desk =
        directory.serviceDesk(estate == null ? "" : estate.toString()).stream().findFirst();
    String person =
        ticket
            .owner()
            .or(
                () ->
                    timeline.of(ticket.number()).stream()
                        .filter(Standing::accepted)
                        .reduce((first, second) -> second)
                        .map(event -> event.actor().substring("user:".length())))
            .map(staff::of)
            .orElse("");
    return person.isEmpty() ? desk : desk.map(line -> new PhoneLine(person, line.number()));
  }

  private static boolean accepted(TicketEvent event) {
    return event.actor().startsWith("user:")
        && event.kind().equals("state-changed")
        && "accept".equals(event.details().get("verb"));
  }

  private Optional<Duration> nextWithin(Ticket ticket) {
    if (ticket.state() != State.NEW) {
      return Optional.empty();
    }
    return list.find(ticket.number(), EstateScope.ALL)
        .map(TicketRow::acceptBy)
        .map(due -> Duration.between(clock.instant(), due))
        .filter(left -> !left.isNegative() && !left.isZero());
  }
}
