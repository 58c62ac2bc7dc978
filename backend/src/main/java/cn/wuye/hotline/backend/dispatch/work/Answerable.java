package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.deadline.escalation.Addressees;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers for a ticket, step by step upwards: whom an escalation goes to. Logins. */
@Component
public class Answerable implements Addressees {
  private final Tickets tickets;
  private final Crew crew;
  private final TaskRows tasks;
  private final JdbcClient jdbc;

  Answerable(Tickets tickets, Crew crew, TaskRows tasks, JdbcClient jdbc) {
    this.tickets = tickets;
    this.crew = crew;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  @Override
  public List<String> of(Role role, Ticket ticket) {
    EstateId estate = ticket.contents().place().estateId();
    return switch (role) {
      case OWNER -> ticket.owner().filter(this::maySignIn).stream().toList();
      case DEPARTMENT_LEAD ->
          ticket.department().map(code -> leads(estate, code)).orElse(List.of());
      case PROJECT_MANAGER -> projectManagers(estate);
      case HEADQUARTERS -> headquarters(estate);
    };
  }

  /** Who accepted the task, or leads the department that has it; a third party has none of ours. */
  @Override
  public List<String> ofHelper(
      Role role, TicketNumber ticket, int task, @Nullable EstateId estate) {
    Optional<Task> found =
        tasks.of(ticket).stream()
            .filter(each -> each.number() == task && each.kind() == PartyKind.DEPARTMENT)
            .findFirst();
    return switch (role) {
      case OWNER ->
          found
              .map(Task::worker)
              .filter(this::maySignIn)
              .map(List::of)
              .orElseGet(() -> ofHelper(Role.DEPARTMENT_LEAD, ticket, task, estate));
      case DEPARTMENT_LEAD -> found.map(each -> leads(estate, each.party())).orElse(List.of());
      case PROJECT_MANAGER, HEADQUARTERS -> List.of();
    };
  }

  /**
   * Who has the role for tickets of an estate that a department leads, whatever the ticket; of the
   * owner nobody is known before there is one.
   *
   * @param department code; empty while unknown
   */
  public List<String> supposed(Role role, @Nullable EstateId estate, String department) {
    return switch (role) {
      case OWNER -> List.of();
      case DEPARTMENT_LEAD -> leads(estate, department);
      case PROJECT_MANAGER -> projectManagers(estate);
      case HEADQUARTERS -> headquarters(estate);
    };
  }

  /** 首接负责人, while he may sign in. */
  public Optional<String> owner(TicketNumber ticket) {
    return find(ticket).flatMap(Ticket::owner).filter(this::maySignIn);
  }

  private boolean maySignIn(String login) {
    return jdbc.sql("SELECT COUNT(*) FROM app_user WHERE enabled AND username = ?")
            .param(login)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Who leads the department that has the ticket, and sees its estate. */
  public List<String> departmentLeads(TicketNumber ticket) {
    return find(ticket)
        .map(found -> leads(found.contents().place().estateId(), found.department().orElse("")))
        .orElse(List.of());
  }

  /** Who leads a department, and sees the estate. */
  private List<String> leads(@Nullable EstateId estate, String department) {
    return crew.of(estate).stream()
        .filter(CrewMember::leads)
        .filter(member -> member.department().equals(department))
        .map(CrewMember::login)
        .toList();
  }

  /**
   * Who has to see to it that a ticket without an owner gets one: who leads the department and the
   * project managers; where there is none of them, headquarters.
   */
  List<String> aboveTheOwner(@Nullable EstateId estate, @Nullable String department) {
    List<String> near =
        Stream.concat(
                (department == null ? List.<String>of() : leads(estate, department)).stream(),
                projectManagers(estate).stream())
            .distinct()
            .toList();
    return near.isEmpty() ? headquarters(estate) : near;
  }

  /** 项目经理: those whom the estate is assigned to; when it is to nobody, those who see all. */
  public List<String> projectManagers(@Nullable EstateId estate) {
    List<String> own = estate == null ? List.of() : role("dispatcher", assigned(estate));
    return own.isEmpty() ? role("dispatcher", "u.all_estates") : own;
  }

  /** 总部: those who see the estate; for none, those who see all. */
  public List<String> headquarters(@Nullable EstateId estate) {
    return role(
        "manager",
        estate == null ? "u.all_estates" : "(u.all_estates OR " + assigned(estate) + ")");
  }

  private static String assigned(EstateId estate) {
    return "EXISTS (SELECT 1 FROM app_user_estate e WHERE e.user_id = u.id AND e.estate_id = "
        + estate.value()
        + ")";
  }

  private List<String> role(String role, String which) {
    return jdbc.sql(
            "SELECT u.username FROM app_user u JOIN app_user_role r ON r.user_id = u.id"
                + " WHERE u.enabled AND r.role = :role AND "
                + which
                + " ORDER BY u.username")
        .param("role", role)
        .query(String.class)
        .list();
  }

  private Optional<Ticket> find(TicketNumber ticket) {
    return tickets.find(ticket, EstateScope.ALL);
  }
}
