package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.dispatch.work.PartyKind;
import cn.wuye.hotline.backend.dispatch.work.TaskState;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Follows the tasks of third parties, whoever moves them, in the transaction that does: begins to
 * measure with the offer, notes what was reached, and tells the company's system.
 */
@Component
class Measuring {
  /** What a task's {@code task-moved} says when somebody of the company is on site. */
  static final String ARRIVED = "arrived";

  private final PartyJobs jobs;
  private final Contracts contracts;
  private final Misses misses;
  private final Tickets tickets;
  private final Outbox outbox;
  private final Clock clock;

  Measuring(
      PartyJobs jobs,
      Contracts contracts,
      Misses misses,
      Tickets tickets,
      Outbox outbox,
      Clock clock) {
    this.jobs = jobs;
    this.contracts = contracts;
    this.misses = misses;
    this.tickets = tickets;
    this.outbox = outbox;
    this.clock = clock;
  }

  @EventListener
  void on(TicketHappened event) {
    if (event.what() instanceof Happening.TaskMoved moved
        && moved.partyKind().equals(PartyKind.THIRD_PARTY.code())) {
      jobs.task(event.ticket(), moved.party())
          .ifPresent(task -> moved(event.ticket(), task, moved));
    } else if (event.what() instanceof Happening.StateChanged change
        && !State.OPEN.contains(change.to())) {
      jobs.running(event.ticket()).forEach(job -> end(job.task()));
    }
  }

  private void moved(TicketNumber ticket, long task, Happening.TaskMoved moved) {
    Instant now = Utc.now(clock);
    String state = moved.state();
    if (state.equals(TaskState.OPEN.code())) {
      offered(ticket, task, moved.party(), now);
      return;
    }
    if (state.equals(TaskState.REFUSED.code())) {
      end(task);
      return;
    }
    // Whoever is there has accepted, and what is done was done by somebody who was there.
    jobs.met(task, Target.ACCEPT, now);
    if (!state.equals(TaskState.ACCEPTED.code())) {
      jobs.met(task, Target.ARRIVE, now);
    }
    if (state.equals(TaskState.DONE.code())) {
      jobs.met(task, Target.DONE, now);
      jobs.end(task, now);
    }
    misses.look(task);
  }

  private void end(long task) {
    jobs.end(task, Utc.now(clock));
    misses.look(task);
  }

  private void offered(TicketNumber ticket, long task, String party, Instant now) {
    Contract contract = contracts.of(party);
    PartyJob job =
        new PartyJob(
            task,
            ticket,
            party,
            now,
            of(target -> now.plus(contract.within(target))),
            of(contract::cents),
            Map.of(),
            null);
    jobs.add(job);
    jobs.lookAgain(job, now);
    if (!contract.webhookUrl().isEmpty()) {
      outbox.tell(
          new Notice(
              "task-offered",
              new Addressee.Webhook(party),
              ticket,
              Map.of("task", Long.toString(task), "arriveBy", job.due(Target.ARRIVE).toString()),
              tickets
                  .find(ticket, EstateScope.ALL)
                  .map(found -> found.contents().subject().emergency())
                  .orElse(false),
              "task-offered:webhook:" + task));
    }
  }

  private static <T> Map<Target, T> of(Function<Target, T> value) {
    return Arrays.stream(Target.values()).collect(Collectors.toMap(Function.identity(), value));
  }
}
