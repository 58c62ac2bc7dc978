package cn.wuye.hotline.backend.dispatch;

import cn.wuye.hotline.backend.dispatch.Choice.Chosen;
import cn.wuye.hotline.backend.dispatch.Choice.Undecided;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses who gets a job: of the department that leads, on shift, with the skill, and then the one
 * with the lowest load; for an emergency the nearest (same building, then same estate), and of
 * those who are equally near the one with the lowest load. Who leads the department is asked when
 * nobody else of it can come. The same question has the same answer.
 */
public final class Dispatcher {
  private static final Comparator<Worker> LOWEST_LOAD =
      Comparator.comparing(Worker::leads)
          .thenComparingInt(Worker::load)
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
    return job.emergency() ? nearest(job, row, able) : lowestLoad(job, row, able);
  }

  private Choice lowestLoad(Job job, Responsibility row, List<Worker> able) {
    return able.stream()
        .filter(worker -> worker.load() < limits.most())
        .min(LOWEST_LOAD)
        .<Choice>map(worker -> new Chosen(worker, row, lowestLoad(job, row, worker)))
        .orElseGet(
            () ->
                new Undecided(
                    reason(Reason.Code.ALL_FULL, job, row, String.valueOf(limits.most()))));
  }

  /** In an emergency nobody has too much to do. Where all are equally near, the load decides. */
  private Choice nearest(Job job, Responsibility row, List<Worker> able) {
    Worker worker = Collections.min(able, nearest(job));
    Whereabouts place = worker.place();
    boolean others = able.stream().anyMatch(other -> other.to(job) != worker.to(job));
    Reason reason =
        place == null || !others
            ? lowestLoad(job, row, worker)
            : reason(
                Reason.Code.NEAREST,
                job,
                row,
                worker.login(),
                place.here(),
                String.valueOf(worker.load()),
                String.valueOf(limits.of(worker.load())));
    return new Chosen(worker, row, reason);
  }

  /** In whose order people are asked to come to an emergency. */
  public static Comparator<Worker> nearest(Job job) {
    return Comparator.comparing(Worker::leads)
        .thenComparing(worker -> worker.to(job))
        .thenComparing(LOWEST_LOAD);
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
}
