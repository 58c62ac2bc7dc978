package cn.wuye.hotline.ivr.audio;

/** What the turn engine wants done; called from within its methods, in order. */
public interface TurnEffects {
  /** The prompt is to fall silent at once. */
  void stopPrompt();

  /**
   * The caller speaks. The first call of a turn brings the moments before the speech was noticed;
   * long pauses are left out.
   */
  void speech(byte[] frame);

  /** What was spoken so far was no answer (it ended while a prompt that cannot be cut played). */
  void discard();

  /** The turn is over. Nothing more comes until the next one begins. */
  void over(TurnEnd end);
}
