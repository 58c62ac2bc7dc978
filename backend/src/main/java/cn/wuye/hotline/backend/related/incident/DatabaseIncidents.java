package cn.wuye.hotline.backend.related.incident;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.KnownIncident;
import cn.wuye.hotline.ivr.port.KnownIncidents;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the database, and keeps no caller waiting for it. */
@Component
class DatabaseIncidents implements KnownIncidents {
  private static final Logger log = LoggerFactory.getLogger(DatabaseIncidents.class);
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private final IncidentRows rows;
  private final Tickets tickets;
  private final DatabaseGate gate;
  private final Clock clock;

  DatabaseIncidents(IncidentRows rows, Tickets tickets, DatabaseGate gate, Clock clock) {
    this.rows = rows;
    this.tickets = tickets;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public Optional<KnownIncident> at(Place place) {
    if (!place.estateId().matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    EstateId estate = EstateId.parse(place.estateId());
    return ask(() -> rows.at(estate, place.building()).flatMap(this::known));
  }

  @Override
  public void heard(CallId call, KnownIncident incident) {
    TicketNumber ticket = TicketNumber.parse(incident.ticket());
    ask(
        () -> {
          rows.heard(ticket, call);
          return Optional.empty();
        });
  }

  private Optional<KnownIncident> known(Incident incident) {
    return tickets
        .find(incident.ticket(), EstateScope.ALL)
        .map(
            head -> {
              Subject subject = head.contents().subject();
              return new KnownIncident(
                  head.number().toString(),
                  incident.announcement().words(),
                  new Intent(
                      subject.kind().code(),
                      subject.category(),
                      subject.subcategory(),
                      // What she adds is no emergency of hers, whatever the incident is.
                      subject.emergency() ? Urgency.URGENT.code() : subject.urgency().code(),
                      1),
                  Optional.ofNullable(incident.announcement().expectedEnd())
                      .filter(end -> end.isAfter(clock.instant())));
            });
  }

  private Optional<KnownIncident> ask(Supplier<Optional<KnownIncident>> question) {
    try {
      return gate.run(PATIENCE, question);
    } catch (DatabaseAwayException away) {
      log.info("no incident is looked for: {}", away.getMessage());
    } catch (RuntimeException e) {
      log.error("what goes on at the caller's place cannot be told", e);
    }
    return Optional.empty();
  }
}
