package cn.wuye.hotline.backend.equipment;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketNumbers;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.TicketRules;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of proposals: a work order, or a reason why not. Of two at once one decides. */
@Component
public class WorkOrders {
  /** Longest reason, in characters. */
  public static final int MAX_REASON = 500;

  private static final AuditAction DECIDED = new AuditAction("equipment.proposal-decided");

  private final JdbcClient jdbc;
  private final PreventiveProposals proposals;
  private final EquipmentTickets links;
  private final Tickets tickets;
  private final TicketNumbers numbers;
  private final TicketRules rules;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  WorkOrders(
      JdbcClient jdbc,
      PreventiveProposals proposals,
      EquipmentTickets links,
      Tickets tickets,
      TicketNumbers numbers,
      TicketRules rules,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.proposals = proposals;
    this.links = links;
    this.tickets = tickets;
    this.numbers = numbers;
    this.rules = rules;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens the work order that is proposed.
   *
   * @param words what it says
   * @return its number; empty when the proposal is not there for who asks, or was decided before
   */
  public Optional<TicketNumber> order(long id, String words, EstateScope scope, String by) {
    if (proposals.open(id, scope).isEmpty()) {
      return Optional.empty();
    }
    TicketNumber number = numbers.next();
    return transactions.run(
        () -> {
          Optional<Proposal> proposal = proposals.open(id, scope);
          if (proposal.isEmpty() || !decided(id, "ordered", number, "", by)) {
            return Optional.empty();
          }
          Equipment thing = proposal.get().equipment();
          Ticket opened =
              tickets
                  .open(draft(id, thing, Text.fitted(words, Contents.MAX_TEXT), number), actor(by))
                  .ticket();
          links.order(opened, thing, actor(by));
          audit.record(
              Audit.user(by),
              DECIDED,
              "equipment:" + thing.id(),
              Map.of("proposal", id, "ticket", number.toString()));
          return Optional.of(opened.number());
        });
  }

  /**
   * It is not needed.
   *
   * @param reason 1–500 characters
   * @return false when it is not there for who asks, or was decided before
   */
  public boolean dismiss(long id, String reason, EstateScope scope, String by) {
    Text.require("reason", reason, MAX_REASON);
    return transactions.run(
        () -> {
          Optional<Proposal> proposal = proposals.open(id, scope);
          if (proposal.isEmpty() || !decided(id, "dismissed", null, reason, by)) {
            return false;
          }
          audit.record(
              Audit.user(by),
              DECIDED,
              "equipment:" + proposal.get().equipment().id(),
              Map.of("proposal", id, "reason", reason));
          return true;
        });
  }

  private boolean decided(
      long id, String state, @Nullable TicketNumber ticket, String reason, String by) {
    return jdbc.sql(
                "UPDATE equipment_proposal SET state = :state, open_mark = NULL, ticket = :ticket,"
                    + " reason = :reason, decided_by = :by, decided_at = :now"
                    + " WHERE id = :id AND open_mark = 1")
            .param("state", state)
            .param("ticket", ticket == null ? null : ticket.value())
            .param("reason", reason)
            .param("by", by)
            .param("now", Utc.column(Utc.now(clock)))
            .param("id", id)
            .update()
        > 0;
  }

  private NewTicket draft(long id, Equipment thing, String words, TicketNumber number) {
    return new NewTicket(
        Optional.of(number),
        Origin.of("equipment", "proposal-" + id),
        Channel.AGENT,
        Optional.empty(),
        new Contents(
            rules.fitted(
                new Subject(
                    Kind.REPAIR,
                    thing.kind().category(),
                    thing.kind().subcategory(),
                    Urgency.GENERAL)),
            new TicketPlace(thing.estate(), thing.building(), "", "", ""),
            Reporter.UNKNOWN,
            words,
            false,
            false),
        Utc.now(clock));
  }

  private static Actor actor(String login) {
    return Actor.user(login);
  }
}
