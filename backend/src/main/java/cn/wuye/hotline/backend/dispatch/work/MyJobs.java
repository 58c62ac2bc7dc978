package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.ticket.Concern;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a member of a crew has to do, and what he could take. */
@Component
public class MyJobs {
  private static final int MOST = 100;

  private final AssignmentRows rows;
  private final TicketList tickets;
  private final Crew crew;

  MyJobs(AssignmentRows rows, TicketList tickets, Crew crew) {
    this.rows = rows;
    this.tickets = tickets;
    this.crew = crew;
  }

  /** A job with its ticket. */
  public record Mine(Assignment assignment, TicketRow ticket) {}

  /** What he was offered or has accepted and is not over, the oldest first. */
  public List<Mine> of(Doer doer) {
    List<Assignment> live = rows.liveOf(doer.login());
    Map<TicketNumber, TicketRow> seen =
        tickets.find(live.stream().map(Assignment::ticket).distinct().toList(), doer.scope());
    return live.stream()
        .flatMap(
            job ->
                Optional.ofNullable(seen.get(job.ticket()))
                    .filter(ticket -> State.OPEN.contains(ticket.state()))
                    .map(ticket -> new Mine(job, ticket))
                    .stream())
        .toList();
  }

  /** What his department leads and nobody has (可抢), the newest first. */
  public List<TicketRow> free(Doer doer) {
    Optional<String> department = crew.find(doer.login()).map(CrewMember::department);
    if (department.isEmpty()) {
      return List.of();
    }
    TicketFilter wanted =
        TicketFilter.ALL.in(State.OPEN).of(new Concern.Department(department.get())).withoutOwner();
    return tickets.page(wanted, doer.scope(), Optional.empty(), MOST).rows();
  }

  /** Whom a ticket is with now, or being handed over to; the ticket must be visible to who asks. */
  public List<Assignment> live(TicketNumber ticket) {
    return rows.live(ticket);
  }
}
