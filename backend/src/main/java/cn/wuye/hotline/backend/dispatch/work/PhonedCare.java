package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.PhoneList;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.port.SpokenMessage.Ask;
import cn.wuye.hotline.ivr.port.SpokenMessage.Reply;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Emergencies for which nobody was found: who leads the department is phoned, then the project
 * managers, then headquarters, until one presses the key: he finds somebody.
 */
@Component
class PhonedCare implements PhoneList {
  private static final Logger log = LoggerFactory.getLogger(PhonedCare.class);
  private static final String BY_PHONE = "phone";

  private final Tickets tickets;
  private final TicketWork work;
  private final Care care;
  private final Answerable answerable;

  PhonedCare(Tickets tickets, TicketWork work, Care care, Answerable answerable) {
    this.tickets = tickets;
    this.work = work;
    this.care = care;
    this.answerable = answerable;
  }

  @Override
  public boolean covers(String event) {
    return event.equals(Notices.NOT_ASSIGNED);
  }

  @Override
  public Ask ask() {
    return Ask.CARE;
  }

  /** While it is an emergency, nobody has it and nobody finds somebody. */
  @Override
  public boolean open(TicketNumber ticket, String notice) {
    return tickets.find(ticket, EstateScope.ALL).filter(PhonedCare::withNobody).isPresent()
        && care.of(ticket).isEmpty();
  }

  private static boolean withNobody(Ticket ticket) {
    return State.OPEN.contains(ticket.state())
        && ticket.owner().isEmpty()
        && ticket.contents().subject().emergency();
  }

  @Override
  public Reply confirm(TicketNumber number, String login) {
    Optional<Ticket> ticket = work.locked(number).filter(PhonedCare::withNobody);
    Optional<String> carer = care.of(number);
    if (ticket.isEmpty() || carer.filter(other -> !other.equals(login)).isPresent()) {
      return Reply.TAKEN;
    }
    if (carer.isEmpty()) {
      work.note(ticket.get(), Actor.user(login), new Happening.CareTaken(login, BY_PHONE));
      log.info("ticket {} is with nobody; {} finds somebody", number, login);
    }
    return Reply.CARE;
  }

  @Override
  public Optional<String> next(TicketNumber number, Set<String> phoned) {
    Optional<Ticket> ticket = tickets.find(number, EstateScope.ALL);
    if (ticket.filter(PhonedCare::withNobody).isEmpty()) {
      return Optional.empty();
    }
    EstateId estate = ticket.get().contents().place().estateId();
    return Stream.of(
            answerable.departmentLeads(number).stream(),
            answerable.projectManagers(estate).stream(),
            answerable.headquarters(estate).stream())
        .flatMap(logins -> logins)
        .filter(login -> !phoned.contains(login))
        .findFirst();
  }
}
