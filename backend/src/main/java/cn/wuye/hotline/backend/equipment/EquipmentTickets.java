package cn.wuye.hotline.backend.equipment;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which tickets hang on what. A lift's ticket hangs on the only lift of its building by itself;
 * what a person has chosen stays.
 */
@Component
public class EquipmentTickets {
  private static final Actor MACHINE = Actor.system("equipment");

  private final JdbcClient jdbc;
  private final EquipmentRegister register;
  private final PreventiveProposals proposals;
  private final TicketWork work;
  private final Transactions transactions;
  private final Clock clock;

  EquipmentTickets(
      JdbcClient jdbc,
      EquipmentRegister register,
      PreventiveProposals proposals,
      TicketWork work,
      Transactions transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.register = register;
    this.proposals = proposals;
    this.work = work;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What a ticket hangs on; the ticket itself must be visible to who asks. */
  public Optional<Equipment> of(TicketNumber ticket) {
    return link(ticket).flatMap(link -> register.find(link.equipment(), EstateScope.ALL));
  }

  private record Link(long equipment, boolean automatic) {}

  private Optional<Link> link(TicketNumber ticket) {
    return jdbc.sql("SELECT equipment, automatic FROM equipment_ticket WHERE ticket = :ticket")
        .param("ticket", ticket.value())
        .query((row, n) -> new Link(row.getLong("equipment"), row.getBoolean("automatic")))
        .optional();
  }

  /** The tickets of a thing, the newest first, at most a hundred. It must be seen by who asks. */
  public List<TicketNumber> ticketsOf(long equipment, EstateScope scope) {
    if (register.find(equipment, scope).isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "SELECT ticket FROM equipment_ticket WHERE equipment = :equipment"
                + " ORDER BY ticket DESC LIMIT 100")
        .param("equipment", equipment)
        .query((row, n) -> new TicketNumber(row.getLong("ticket")))
        .list();
  }

  /**
   * Hangs a ticket on a thing of its estate, or on nothing.
   *
   * @param equipment 0 for nothing
   * @return false when ticket or thing is not there for who asks, or they are of different estates
   */
  public boolean choose(TicketNumber number, long equipment, EstateScope scope, String by) {
    return transactions.run(
        () -> {
          Optional<Ticket> ticket =
              work.locked(number).filter(found -> scope.sees(found.contents().place().estateId()));
          Optional<Equipment> thing = register.find(equipment, scope);
          if (ticket.isEmpty() || (equipment != 0 && thing.isEmpty())) {
            return false;
          }
          if (thing.isEmpty()) {
            unlink(ticket.get(), Actor.user(by));
            return true;
          }
          if (!sameEstate(thing.get(), ticket.get())) {
            return false;
          }
          hang(ticket.get(), thing.get(), false, Actor.user(by));
          return true;
        });
  }

  @EventListener
  void on(TicketHappened event) {
    if (event.what() instanceof Happening.Opened) {
      onlyLift(event.ticket()).ifPresent(lift -> automatically(event.ticket(), lift));
    } else if (event.what() instanceof Happening.Amended) {
      moved(event.ticket());
    }
  }

  private void moved(TicketNumber number) {
    Optional<Link> now = link(number);
    Optional<Ticket> ticket = work.locked(number);
    boolean chosen =
        now.filter(link -> !link.automatic())
            .flatMap(link -> register.find(link.equipment(), EstateScope.ALL))
            .filter(thing -> ticket.filter(found -> sameEstate(thing, found)).isPresent())
            .isPresent();
    if (chosen) {
      return;
    }
    Optional<Equipment> lift = onlyLift(number);
    if (lift.isPresent()) {
      automatically(number, lift.get());
    } else if (now.isPresent()) {
      ticket.ifPresent(found -> unlink(found, MACHINE));
    }
  }

  private static boolean sameEstate(Equipment thing, Ticket ticket) {
    return thing.estate().equals(ticket.contents().place().estateId());
  }

  private void automatically(TicketNumber ticket, Equipment lift) {
    work.locked(ticket).ifPresent(found -> hang(found, lift, true, MACHINE));
  }

  /** The lift of the ticket's building, if it is about a lift and the building has one alone. */
  private Optional<Equipment> onlyLift(TicketNumber ticket) {
    List<Long> lifts =
        jdbc.sql(
                "SELECT e.id FROM ticket t JOIN equipment e ON e.estate_id = t.estate_id"
                    + " AND e.building = t.building AND e.kind = 'lift'"
                    + " WHERE t.number = :ticket AND t.subcategory = 'lift' AND t.building <> ''"
                    + " AND t.origin_key NOT LIKE 'equipment:%' LIMIT 2")
            .param("ticket", ticket.value())
            .query(Long.class)
            .list();
    return lifts.size() == 1 ? register.find(lifts.get(0), EstateScope.ALL) : Optional.empty();
  }

  private void hang(Ticket ticket, Equipment thing, boolean automatic, Actor by) {
    boolean same = link(ticket.number()).filter(now -> now.equipment() == thing.id()).isPresent();
    proposals.lock(thing);
    write(ticket.number(), thing.id(), automatic, false);
    if (!same) {
      work.note(ticket, by, new Happening.EquipmentSet(thing.id(), thing.name()));
      proposals.consider(thing);
    }
  }

  /** The ticket is a work order of the register itself; it is no complaint. */
  void order(Ticket ticket, Equipment thing, Actor by) {
    write(ticket.number(), thing.id(), false, true);
    work.note(ticket, by, new Happening.EquipmentSet(thing.id(), thing.name()));
  }

  private void write(TicketNumber ticket, long equipment, boolean automatic, boolean preventive) {
    jdbc.sql(
            "INSERT INTO equipment_ticket (ticket, equipment, automatic, preventive, linked_at)"
                + " VALUES (:ticket, :equipment, :automatic, :preventive, :now)"
                + " ON DUPLICATE KEY UPDATE linked_at = CASE WHEN equipment = :equipment"
                + " THEN linked_at ELSE :now END, equipment = :equipment, automatic = :automatic")
        .param("ticket", ticket.value())
        .param("equipment", equipment)
        .param("automatic", automatic)
        .param("preventive", preventive)
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  private void unlink(Ticket ticket, Actor by) {
    int rows =
        jdbc.sql("DELETE FROM equipment_ticket WHERE ticket = :ticket")
            .param("ticket", ticket.number().value())
            .update();
    if (rows > 0) {
      work.note(ticket, by, new Happening.EquipmentSet(0, ""));
    }
  }
}
