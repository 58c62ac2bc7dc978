package cn.wuye.hotline.backend.survey;

/** A call that may be placed now, as its plan has it. */
public interface PlannedCall {
  /** Its id, the number that is called, since when it is due, and how much it presses. */
  DueCall call();

  /** The number of the attempt that {@link CallPlan#take} begins, from 1. */
  int attempt();
}
