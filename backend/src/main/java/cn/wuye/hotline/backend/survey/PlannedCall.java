package cn.wuye.hotline.backend.survey;

/**
 * A call that may be placed now, as its plan has it.
 *
 * @param call its id, the number that is called, since when it is due, and how much it presses
 * @param attempt the number of the attempt that {@link CallPlan#take} begins, from 1
 */
public record PlannedCall(DueCall call, int attempt) {}
