package cn.wuye.hotline.backend.dispatch;

/** Who gets a job, and why. A dispatcher may always choose otherwise. */
public sealed interface Choice {
  /** Why; recorded on the ticket. */
  Reason reason();

  /** The machine's proposal. */
  record Chosen(Worker worker, Responsibility responsibility, Reason reason) implements Choice {}

  /** A person must decide. */
  record Undecided(Reason reason) implements Choice {}
}
