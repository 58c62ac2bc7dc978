package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.Choice;
import cn.wuye.hotline.backend.dispatch.Dispatcher;
import cn.wuye.hotline.backend.dispatch.Job;
import cn.wuye.hotline.backend.dispatch.LoadLimits;
import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.ResponsibilityMatrix;
import cn.wuye.hotline.backend.dispatch.Worker;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Chooses for a locked ticket, and gives it to whom was chosen; nobody who refused it is asked. */
@Component
class Distribution {
  private static final Logger log = LoggerFactory.getLogger(Distribution.class);
  private static final Actor MACHINE = Actor.system("dispatch");

  private final DispatchPlan plan;
  private final Workload workload;
  private final Jobs jobs;
  private final AssignmentRows rows;
  private final Offers offers;

  Distribution(
      DispatchPlan plan, Workload workload, Jobs jobs, AssignmentRows rows, Offers offers) {
    this.plan = plan;
    this.workload = workload;
    this.jobs = jobs;
    this.rows = rows;
    this.offers = offers;
  }

  Ticket give(Ticket ticket) {
    Job job = jobs.of(ticket.contents());
    ResponsibilityMatrix matrix = plan.matrix();
    Dispatcher dispatcher = new Dispatcher(matrix, LoadLimits.SHIPPED);
    Set<String> refusers = rows.refusers(ticket.number());
    List<Worker> workers =
        workload.workers(job.estate()).stream()
            .filter(worker -> !refusers.contains(worker.login()))
            .toList();
    Choice choice = dispatcher.choose(job, workers);
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
    log.info("ticket {} waits for a person: {}", ticket.number(), reason.code().code());
    return offers.giveToNobody(ticket, row.map(Responsibility::lead).orElse(null), reason, MACHINE);
  }
}
