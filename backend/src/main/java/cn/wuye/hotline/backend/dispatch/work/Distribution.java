package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.Choice;
import cn.wuye.hotline.backend.dispatch.Dispatcher;
import cn.wuye.hotline.backend.dispatch.Job;
import cn.wuye.hotline.backend.dispatch.LoadLimits;
import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.ResponsibilityMatrix;
import cn.wuye.hotline.backend.dispatch.Worker;
import cn.wuye.hotline.backend.dispatch.place.Places;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Chooses for a locked ticket, and gives it to whom was chosen; nobody who refused it is asked. */
@Component
class Distribution {
  private static final Logger log = LoggerFactory.getLogger(Distribution.class);
  private static final Actor MACHINE = Actor.system("dispatch");

  /** What may be otherwise later, without a change of the ticket or of the matrix. */
  private static final Set<Reason.Code> PASSING =
      EnumSet.of(
          Reason.Code.NOBODY_ON_SHIFT,
          Reason.Code.NOBODY_WITH_SKILL,
          Reason.Code.ALL_FULL,
          Reason.Code.REFUSED_BY_ALL);

  private final DispatchPlan plan;
  private final Crew crew;
  private final Workload workload;
  private final Places places;
  private final Jobs jobs;
  private final AssignmentRows rows;
  private final Offers offers;
  private final DispatchQueue queue;
  private final Clock clock;

  Distribution(
      DispatchPlan plan,
      Crew crew,
      Workload workload,
      Places places,
      Jobs jobs,
      AssignmentRows rows,
      Offers offers,
      DispatchQueue queue,
      Clock clock) {
    this.plan = plan;
    this.crew = crew;
    this.workload = workload;
    this.places = places;
    this.jobs = jobs;
    this.rows = rows;
    this.offers = offers;
    this.queue = queue;
    this.clock = clock;
  }

  Ticket give(Ticket ticket) {
    Job job = jobs.of(ticket.contents());
    ResponsibilityMatrix matrix = plan.matrix();
    Dispatcher dispatcher = new Dispatcher(matrix, LoadLimits.SHIPPED);
    Set<String> refusers = rows.refusers(ticket.number());
    List<CrewMember> members =
        crew.of(job.estate()).stream()
            .filter(member -> !refusers.contains(member.login()))
            .toList();
    Choice choice = dispatcher.choose(job, workers(job, members));
    if (choice instanceof Choice.Chosen chosen) {
      Offers.Taker taker =
          new Offers.Taker(chosen.worker().login(), chosen.responsibility().lead());
      return offers.offer(ticket, taker, chosen.reason(), MACHINE);
    }
    Optional<Responsibility> row = matrix.find(job);
    Reason reason =
        row.filter(found -> !refusers.isEmpty())
            .map(found -> dispatcher.refusedByAll(job, found))
            .orElse(choice.reason());
    String lead = row.map(Responsibility::lead).orElse(null);
    Ticket waiting = offers.giveToNobody(ticket, lead, reason, MACHINE);
    boolean again = PASSING.contains(reason.code());
    if (again) {
      queue.again(waiting, nextShift(members, lead));
    }
    log.info(
        "ticket {} is with nobody: {}; {}",
        ticket.number(),
        reason.code().code(),
        again ? "it will be tried again" : "a person must decide");
    return waiting;
  }

  /** Where people are is asked in emergencies alone. */
  private List<Worker> workers(Job job, List<CrewMember> members) {
    return workload.workers(members, job.emergency() ? places.whereabouts(members) : Map.of());
  }

  private Optional<Instant> nextShift(List<CrewMember> members, @Nullable String department) {
    Instant now = clock.instant();
    return members.stream()
        .filter(member -> member.department().equals(department))
        .flatMap(member -> member.nextShift(now).stream())
        .min(Comparator.naturalOrder());
  }
}
