package cn.wuye.hotline.ivr.dialog;

/**
 * The ordinary way of a survey. Can be entered again after an interruption and asks only what is
 * still unknown.
 */
interface AskingStep {
  /** From where it was left to its end. */
  void run();

  /** The good-bye; said once. */
  void finish();

  /** Whether what she says now answers no question of few words. */
  boolean commented();
}
