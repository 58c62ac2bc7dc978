package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.Dispatcher;
import cn.wuye.hotline.backend.dispatch.Job;
import cn.wuye.hotline.backend.dispatch.Whereabouts;
import cn.wuye.hotline.backend.dispatch.Worker;
import cn.wuye.hotline.backend.dispatch.place.Places;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** To whom a dispatcher could give a ticket. */
@Component
public class Candidates {
  private final Workload workload;
  private final Places places;
  private final Jobs jobs;
  private final Crew crew;
  private final AssignmentRows rows;

  Candidates(Workload workload, Places places, Jobs jobs, Crew crew, AssignmentRows rows) {
    this.workload = workload;
    this.places = places;
    this.jobs = jobs;
    this.crew = crew;
    this.rows = rows;
  }

  /**
   * One who could get it.
   *
   * @param department code
   * @param load his open tickets of the last 30 days
   * @param refused whether he has refused it
   * @param place where he is, in words; empty string when that is not known, or it is no emergency
   */
  public record Candidate(
      String login,
      String name,
      String department,
      boolean onShift,
      int load,
      boolean refused,
      String place) {}

  /**
   * Those of a department first, and of them those on shift, and of them who has the least; in an
   * emergency the nearest.
   */
  public List<Candidate> of(TicketNumber ticket, Contents contents, String department) {
    Job job = jobs.of(contents);
    List<CrewMember> members = crew.of(job.estate());
    Map<String, String> names =
        members.stream().collect(Collectors.toMap(CrewMember::login, CrewMember::name));
    Set<String> refusers = rows.refusers(ticket);
    Map<Long, Whereabouts> known = job.emergency() ? places.whereabouts(members) : Map.of();
    return workload.workers(members, known).stream()
        .sorted(
            Comparator.comparing((Worker worker) -> !worker.department().equals(department))
                .thenComparing(worker -> !worker.onShift())
                .thenComparing(Dispatcher.nearest(job)))
        .map(
            worker ->
                new Candidate(
                    worker.login(),
                    names.getOrDefault(worker.login(), worker.login()),
                    worker.department(),
                    worker.onShift(),
                    worker.load(),
                    refusers.contains(worker.login()),
                    worker.onShift() ? words(worker) : ""))
        .toList();
  }

  private static String words(Worker worker) {
    Whereabouts place = worker.place();
    return place == null ? "" : place.words();
  }
}
