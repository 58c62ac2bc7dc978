package cn.wuye.hotline.backend.related.incident;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.message.Announcements;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.related.incident.IncidentResult.Refusal;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Declares incidents and changes what people are told of them. */
@Component
public class Incidents implements Announcements {
  private static final Logger log = LoggerFactory.getLogger(Incidents.class);

  private final IncidentRows rows;
  private final Tickets tickets;
  private final TicketWork work;
  private final Estates estates;
  private final Transactions transactions;

  Incidents(
      IncidentRows rows,
      Tickets tickets,
      TicketWork work,
      Estates estates,
      Transactions transactions) {
    this.rows = rows;
    this.tickets = tickets;
    this.work = work;
    this.estates = estates;
    this.transactions = transactions;
  }

  /** The incident of this ticket, if it is there for the one who asks. */
  public Optional<Incident> find(TicketNumber number, EstateScope scope) {
    return tickets.find(number, scope).flatMap(ticket -> rows.find(ticket.number()));
  }

  /** The latest that lasts and is announced at a place; the empty string for no building. */
  public Optional<Incident> at(EstateId estate, String building) {
    return rows.at(estate, building);
  }

  /** How many calls have heard of it. */
  public int heard(TicketNumber number) {
    return rows.heard(number);
  }

  @Override
  public Optional<String> of(TicketNumber ticket) {
    return rows.find(ticket).map(incident -> incident.announcement().words());
  }

  /**
   * From now on callers from there hear of it, and what else is reported can be merged into it.
   *
   * @param announcement its words are not blank and not too long
   */
  public IncidentResult declare(TicketNumber number, Announcement announcement, SignedInUser by) {
    allowed(by);
    return with(
        number, by.scope(), ticket -> declare(ticket, announcement, Actor.user(by.getUsername())));
  }

  /** The same for a locked ticket. */
  IncidentResult declare(Ticket ticket, Announcement announcement, Actor by) {
    EstateId estate = ticket.contents().place().estateId();
    if (!State.OPEN.contains(ticket.state())) {
      return new IncidentResult.Refused(Refusal.NOT_OPEN, ticket.number().toString());
    }
    if (estate == null) {
      return new IncidentResult.Refused(Refusal.NO_ESTATE, ticket.number().toString());
    }
    if (rows.find(ticket.number()).isPresent()) {
      return new IncidentResult.Refused(Refusal.ALREADY, ticket.number().toString());
    }
    return announced(
        ticket,
        estate,
        announcement,
        by,
        () -> {
          rows.add(ticket.number(), estate, announcement, by);
          return true;
        });
  }

  /**
   * Changes what is told: another end, other buildings.
   *
   * @param version of the incident that its author had before her
   */
  public IncidentResult change(
      TicketNumber number, long version, Announcement announcement, SignedInUser by) {
    allowed(by);
    return withIncident(
        number,
        by.scope(),
        (ticket, incident) ->
            announced(
                ticket,
                incident.estate(),
                announcement,
                Actor.user(by.getUsername()),
                () -> rows.change(number, version, announcement)));
  }

  /** It was none: nobody hears of it any more. What was merged stays so until it is taken apart. */
  public IncidentResult revoke(TicketNumber number, long version, SignedInUser by) {
    allowed(by);
    return withIncident(
        number,
        by.scope(),
        (ticket, incident) -> {
          if (!rows.remove(number, version)) {
            return new IncidentResult.Refused(Refusal.CHANGED, number.toString());
          }
          work.note(ticket, Actor.user(by.getUsername()), new Happening.IncidentRevoked());
          return new IncidentResult.Done(number);
        });
  }

  private IncidentResult announced(
      Ticket ticket, EstateId estate, Announcement announcement, Actor by, BooleanSupplier write) {
    Text.require("announcement", announcement.words(), Announcement.MAX_WORDS);
    Optional<String> unknown = unknownBuilding(estate, announcement.buildings());
    if (unknown.isPresent()) {
      return new IncidentResult.Refused(Refusal.BUILDING_UNKNOWN, unknown.get());
    }
    if (!write.getAsBoolean()) {
      return new IncidentResult.Refused(Refusal.CHANGED, ticket.number().toString());
    }
    work.note(
        ticket,
        by,
        new Happening.IncidentDeclared(
            announcement.words(),
            announcement.buildings(),
            Optional.ofNullable(announcement.expectedEnd())));
    log.info("{} announces ticket {} as an incident", by, ticket.number());
    return new IncidentResult.Done(ticket.number());
  }

  private Optional<String> unknownBuilding(EstateId estate, List<String> wanted) {
    Set<String> known =
        estates.findById(estate).map(Estate::buildings).orElse(List.of()).stream()
            .map(Estate.Building::name)
            .collect(Collectors.toSet());
    return wanted.stream().filter(building -> !known.contains(building)).findFirst();
  }

  private IncidentResult withIncident(
      TicketNumber number, EstateScope scope, BiFunction<Ticket, Incident, IncidentResult> deed) {
    return with(
        number,
        scope,
        ticket ->
            rows.find(number)
                .map(incident -> deed.apply(ticket, incident))
                .orElseGet(() -> new IncidentResult.Unknown(number.toString())));
  }

  private IncidentResult with(
      TicketNumber number, EstateScope scope, Function<Ticket, IncidentResult> deed) {
    return transactions.run(
        () ->
            work.locked(number)
                .filter(ticket -> scope.sees(ticket.contents().place().estateId()))
                .map(deed)
                .orElseGet(() -> new IncidentResult.Unknown(number.toString())));
  }

  static void allowed(SignedInUser by) {
    if (!by.dispatches()) {
      throw new AccessDeniedException("declares no incidents");
    }
  }
}
