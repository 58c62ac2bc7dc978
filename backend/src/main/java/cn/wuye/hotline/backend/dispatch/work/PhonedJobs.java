package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.PhoneList;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Responsible;
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
 * Emergencies that people are phoned for: the one who was chosen, then who is on shift in his
 * department, who leads it, and the project managers. The first who presses the key has the job.
 */
@Component
class PhonedJobs implements PhoneList {
  private static final Logger log = LoggerFactory.getLogger(PhonedJobs.class);
  private static final String BY_PHONE = "phone";

  private final Tickets tickets;
  private final TicketWork work;
  private final AssignmentRows rows;
  private final Offers offers;
  private final Candidates candidates;
  private final Answerable answerable;
  private final Crew crew;

  PhonedJobs(
      Tickets tickets,
      TicketWork work,
      AssignmentRows rows,
      Offers offers,
      Candidates candidates,
      Answerable answerable,
      Crew crew) {
    this.tickets = tickets;
    this.work = work;
    this.rows = rows;
    this.offers = offers;
    this.candidates = candidates;
    this.answerable = answerable;
    this.crew = crew;
  }

  @Override
  public boolean covers(String event) {
    return event.equals(Notices.DISPATCHED);
  }

  @Override
  public Ask ask() {
    return Ask.JOB;
  }

  /** While the job that it began with is still offered, and the work is not over. */
  @Override
  public boolean open(TicketNumber ticket, String notice) {
    return tickets
            .find(ticket, EstateScope.ALL)
            .filter(found -> State.OPEN.contains(found.state()))
            .isPresent()
        && Stream.of(rows.current(ticket), rows.handOver(ticket))
            .flatMap(Optional::stream)
            .filter(offer -> offer.state() == AssignmentState.OFFERED)
            .anyMatch(offer -> Notices.key(Notices.DISPATCHED, offer.id()).equals(notice));
  }

  @Override
  public Reply confirm(TicketNumber number, String login) {
    return work.locked(number)
        .filter(ticket -> State.OPEN.contains(ticket.state()))
        .map(ticket -> confirm(ticket, login))
        .orElse(Reply.TAKEN);
  }

  private Reply confirm(Ticket ticket, String login) {
    Optional<Assignment> current = rows.current(ticket.number());
    Optional<Assignment> offered =
        Stream.of(rows.handOver(ticket.number()), current)
            .flatMap(Optional::stream)
            .filter(offer -> offer.offeredTo(login))
            .findFirst();
    if (offered.isPresent()) {
      current
          .filter(before -> before.id() != offered.get().id())
          .ifPresent(before -> rows.move(before, AssignmentState.REPLACED));
      return accepted(ticket, offered.get());
    }
    if (current.filter(job -> job.state() == AssignmentState.ACCEPTED).isPresent()) {
      return current.get().acceptedBy(login) ? Reply.YOURS : Reply.TAKEN;
    }
    // Whoever it was offered to has not answered; he who does has it.
    String department = crew.departmentOf(login).orElse("");
    offers.take(
        ticket,
        new Offers.Taker(login, department),
        offers.reason(Reason.Code.TAKEN, ticket, department, login),
        Actor.user(login),
        BY_PHONE);
    log.info("ticket {} is taken by {} by phone", ticket.number(), login);
    return Reply.YOURS;
  }

  private Reply accepted(Ticket ticket, Assignment offer) {
    rows.move(offer, AssignmentState.ACCEPTED);
    String department = offer.department();
    work.giveTo(
        ticket,
        new Responsible(offer.worker(), department.isEmpty() ? null : department),
        Actor.user(offer.worker()),
        new Happening.JobAccepted(offer.worker(), BY_PHONE));
    log.info("ticket {} is accepted by {} by phone", ticket.number(), offer.worker());
    return Reply.YOURS;
  }

  @Override
  public Optional<String> next(TicketNumber number, Set<String> phoned) {
    Optional<Ticket> found = tickets.find(number, EstateScope.ALL);
    if (found.isEmpty()
        || rows.current(number)
            .filter(job -> job.state() == AssignmentState.ACCEPTED)
            .isPresent()) {
      return Optional.empty();
    }
    Ticket ticket = found.get();
    EstateId estate = ticket.contents().place().estateId();
    String department = ticket.department().orElse("");
    Stream<String> onShift =
        candidates.of(number, ticket.contents(), department).stream()
            .filter(each -> each.onShift() && !each.refused())
            .filter(each -> each.department().equals(department))
            .map(Candidates.Candidate::login);
    return Stream.of(
            onShift,
            answerable.departmentLeads(number).stream(),
            answerable.projectManagers(estate).stream())
        .flatMap(logins -> logins)
        .filter(login -> !phoned.contains(login))
        .findFirst();
  }
}
