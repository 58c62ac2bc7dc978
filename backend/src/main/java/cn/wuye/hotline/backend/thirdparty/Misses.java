package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notices what a third party has missed, and calls its reserve when nobody is on site in time.
 * Belongs to a transaction of the caller, who may have the ticket locked or not.
 */
@Component
class Misses {
  private static final Logger log = LoggerFactory.getLogger(Misses.class);
  private static final Actor MACHINE = Actor.system("dispatch");

  private final PartyJobs jobs;
  private final Tasks tasks;
  private final TicketWork work;
  private final Clock clock;

  Misses(PartyJobs jobs, Tasks tasks, TicketWork work, Clock clock) {
    this.jobs = jobs;
    this.tasks = tasks;
    this.work = work;
    this.clock = clock;
  }

  /** Looks at the times of one job. */
  void look(long task) {
    Optional<Ticket> ticket = jobs.find(task).flatMap(job -> work.locked(job.ticket()));
    Optional<PartyJob> job = jobs.find(task);
    if (ticket.isEmpty() || job.isEmpty()) {
      return;
    }
    Instant now = Utc.now(clock);
    for (Target target : Target.values()) {
      if (job.get().missed(target, now) && jobs.miss(job.get(), target, now)) {
        missed(ticket.get(), job.get(), target);
      }
    }
    jobs.lookAgain(job.get(), now);
  }

  private void missed(Ticket ticket, PartyJob job, Target target) {
    log.info("ticket {}: {} has missed its time to {}", job.ticket(), job.party(), target.code());
    boolean alone =
        target == Target.ARRIVE
            && job.met(Target.ARRIVE).isEmpty()
            && job.endedAt() == null
            && State.OPEN.contains(ticket.state());
    String reserve = alone ? tasks.callReserve(ticket, job.party()).orElse("") : "";
    work.note(
        ticket,
        MACHINE,
        new Happening.ThirdPartyLate(job.party(), target.code(), job.due(target), reserve));
    if (alone) {
      tasks.late(ticket, job.task());
    }
  }
}
