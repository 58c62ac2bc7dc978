package cn.wuye.hotline.backend.related.incident;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.related.RelatedProperties;
import cn.wuye.hotline.backend.related.incident.IncidentResult.Refusal;
import cn.wuye.hotline.backend.related.incident.ProposalRows.Like;
import cn.wuye.hotline.backend.related.incident.ProposalRows.Row;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketChanges.Wish;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Several like reports within a short time may have one cause: the machine proposes an incident, a
 * person decides.
 */
@Component
public class Proposals {
  private static final Logger log = LoggerFactory.getLogger(Proposals.class);

  private final ProposalRows rows;
  private final Incidents incidents;
  private final Tickets tickets;
  private final TicketWork work;
  private final TicketChanges changes;
  private final Categories categories;
  private final RelatedProperties properties;
  private final Transactions transactions;

  Proposals(
      ProposalRows rows,
      Incidents incidents,
      Tickets tickets,
      TicketWork work,
      TicketChanges changes,
      Categories categories,
      RelatedProperties properties,
      Transactions transactions) {
    this.rows = rows;
    this.incidents = incidents;
    this.tickets = tickets;
    this.work = work;
    this.changes = changes;
    this.categories = categories;
    this.properties = properties;
    this.transactions = transactions;
  }

  /** Proposes an incident when a ticket's kind is reported often enough from its building. */
  public void consider(Ticket ticket) {
    EstateId estate = ticket.contents().place().estateId();
    String building = ticket.contents().place().building();
    if (estate == null || building.isEmpty()) {
      return;
    }
    Subject subject = ticket.contents().subject();
    Like like = new Like(estate, building, subject.category(), subject.subcategory());
    Instant since = ticket.openedAt().minus(properties.incidentWithin());
    Instant from = rows.decided(like).filter(since::isBefore).orElse(since);
    List<TicketNumber> reports = rows.reports(like, from);
    if (reports.size() >= properties.incidentReports() && !announced(like)) {
      rows.forgetOld(like);
      rows.propose(
          like,
          tickets
              .find(reports.get(0), EstateScope.ALL)
              .map(Ticket::openedAt)
              .orElse(ticket.openedAt()));
      log.info("{} like reports from {} may be an incident", reports.size(), like.key());
    }
  }

  private boolean announced(Like like) {
    return incidents
        .at(like.estate(), like.building())
        .flatMap(incident -> tickets.find(incident.ticket(), EstateScope.ALL))
        .map(head -> head.contents().subject())
        .filter(
            subject ->
                subject.category().equals(like.category())
                    && subject.subcategory().equals(like.subcategory()))
        .isPresent();
  }

  /** What waits for a decision and may be seen, the latest first. */
  public List<Proposal> undecided(EstateScope scope) {
    return rows.undecided(scope).stream()
        .map(this::proposal)
        .filter(proposal -> proposal.reports().size() > 1)
        .toList();
  }

  private Proposal proposal(Row row) {
    Like like = row.like();
    return new Proposal(
        row.id(),
        like.estate(),
        like.building(),
        like.category(),
        like.subcategory(),
        words(like),
        row.since(),
        rows.reports(like, row.since()));
  }

  private String words(Like like) {
    String what =
        categories.find(like.category()).stream()
            .map(Category::subcategories)
            .flatMap(List::stream)
            .filter(part -> part.code().equals(like.subcategory()))
            .map(Category.Subcategory::zh)
            .findFirst()
            .orElse("");
    return Text.fitted(like.building() + what, Announcement.MAX_WORDS);
  }

  /**
   * It is one: the most urgent report, of these the one whose work is furthest and then the first,
   * becomes the head, and the others are merged into it.
   */
  public IncidentResult accept(long id, Announcement announcement, SignedInUser by) {
    Incidents.allowed(by);
    return decide(id, by, row -> accept(row, announcement, by));
  }

  private IncidentResult accept(Row row, Announcement announcement, SignedInUser by) {
    Actor actor = Actor.user(by.getUsername());
    List<Ticket> reports =
        rows.reports(row.like(), row.since()).stream()
            .flatMap(number -> work.locked(number).stream())
            .filter(ticket -> State.OPEN.contains(ticket.state()))
            .sorted(
                Comparator.comparing(
                        (Ticket ticket) -> ticket.contents().subject().urgency(),
                        (one, other) -> one.above(other) ? -1 : other.above(one) ? 1 : 0)
                    .thenComparing(Ticket::state, Comparator.reverseOrder())
                    .thenComparing(Ticket::openedAt)
                    .thenComparing(ticket -> ticket.number().value()))
            .toList();
    if (reports.isEmpty()) {
      return new IncidentResult.Refused(Refusal.NO_REPORTS, Long.toString(row.id()));
    }
    Ticket head = reports.get(0);
    IncidentResult declared = incidents.declare(head, announcement, actor);
    if (declared instanceof IncidentResult.Done
        && rows.decide(row.id(), actor.value(), head.number())) {
      for (Ticket report : reports.subList(1, reports.size())) {
        changes.markDuplicate(
            new Wish(report.number(), report.version(), actor, by.scope()), head.number(), "");
      }
    }
    return declared;
  }

  /** It is none; what is reported from now on may be another. */
  public IncidentResult dismiss(long id, SignedInUser by) {
    Incidents.allowed(by);
    return decide(
        id,
        by,
        row -> {
          rows.decide(id, Actor.user(by.getUsername()).value(), null);
          return new IncidentResult.Dismissed();
        });
  }

  private IncidentResult decide(long id, SignedInUser by, Function<Row, IncidentResult> decision) {
    return transactions.run(
        () -> {
          Optional<Row> row =
              rows.locked(id).filter(found -> by.scope().sees(found.like().estate()));
          if (row.isEmpty()) {
            return new IncidentResult.Unknown(Long.toString(id));
          }
          return rows.undecided(id)
              ? decision.apply(row.get())
              : new IncidentResult.Refused(Refusal.DECIDED, Long.toString(id));
        });
  }
}
