package cn.wuye.hotline.backend.dispatch;

import cn.wuye.hotline.backend.dispatch.Choice.Chosen;
import cn.wuye.hotline.backend.dispatch.Choice.Undecided;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Chooses who gets a job: of the department that leads, on shift, with the skill, and then the one
 * with the lowest load, or the nearest for an emergency. The same question has the same answer.
 */
public final class Dispatcher {
  private static final Comparator<Worker> LOWEST_LOAD =
      Comparator.comparingInt(Worker::load)
          .thenComparing(Worker::metres, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Worker::login);

  private final ResponsibilityMatrix matrix;
  private final LoadLimits limits;

  public Dispatcher(ResponsibilityMatrix matrix, LoadLimits limits) {
    this.matrix = matrix;
    this.limits = limits;
  }

  /**
   * The choice.
   *
   * @param workers of any department; those of the estate
   */
  public Choice choose(Job job, List<Worker> workers) {
    Optional<Responsibility> row = matrix.find(job);
    if (row.isEmpty()) {
      return new Undecided(new Reason(Reason.Code.NO_ROW, List.of(job.name())));
    }
    return choose(job, row.get(), workers);
  }

  /** Why a person must decide when whoever could have done it has refused. */
  public Reason refusedByAll(Job job, Responsibility row) {
    return reason(Reason.Code.REFUSED_BY_ALL, job, row);
  }

  private Choice choose(Job job, Responsibility row, List<Worker> workers) {
    List<Worker> present =
        workers.stream()
            .filter(worker -> worker.department().equals(row.lead()) && worker.onShift())
            .toList();
    if (present.isEmpty()) {
      return new Undecided(reason(Reason.Code.NOBODY_ON_SHIFT, job, row));
    }
    List<Worker> able = present.stream().filter(worker -> worker.can(job)).toList();
    if (able.isEmpty()) {
      return new Undecided(reason(Reason.Code.NOBODY_WITH_SKILL, job, row));
    }
    boolean emergency = job.urgency() == Urgency.EMERGENCY;
    if (emergency) {
      Optional<Worker> nearest =
          able.stream()
              .filter(worker -> worker.metres() != null)
              .min(Comparator.comparing(Dispatcher::metres).thenComparing(LOWEST_LOAD));
      if (nearest.isPresent()) {
        Worker worker = nearest.get();
        String metres = String.valueOf(metres(worker));
        return new Chosen(
            worker, row, reason(Reason.Code.NEAREST, job, row, worker.login(), metres));
      }
    }
    return able.stream()
        .filter(worker -> emergency || worker.load() < limits.most())
        .min(LOWEST_LOAD)
        .<Choice>map(worker -> new Chosen(worker, row, lowestLoad(job, row, worker)))
        .orElseGet(
            () ->
                new Undecided(
                    reason(Reason.Code.ALL_FULL, job, row, String.valueOf(limits.most()))));
  }

  private Reason lowestLoad(Job job, Responsibility row, Worker worker) {
    return reason(
        Reason.Code.LOWEST_LOAD,
        job,
        row,
        worker.login(),
        String.valueOf(worker.load()),
        String.valueOf(limits.of(worker.load())));
  }

  private Reason reason(Reason.Code code, Job job, Responsibility row, String... more) {
    String department = matrix.department(row.lead()).zh();
    String[] arguments = new String[more.length + 2];
    arguments[0] = job.name();
    arguments[1] = department;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return new Reason(code, List.of(arguments));
  }

  private static int metres(Worker worker) {
    return Objects.requireNonNullElse(worker.metres(), Integer.MAX_VALUE);
  }
}
