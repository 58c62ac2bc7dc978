package cn.wuye.hotline.backend.survey;

import java.time.Instant;

/** What becomes of a survey after a call. */
public sealed interface NextCall {
  /** She is phoned again, not before then. */
  record CallAt(Instant at) implements NextCall {}

  /** She is phoned no more; from then on she counts as unreached. */
  record Unreached(Instant at) implements NextCall {}

  /**
   * A person looks for her.
   *
   * @param sms whether she is asked by SMS as well
   */
  record Person(boolean sms) implements NextCall {}

  /** She has answered. */
  record Done() implements NextCall {}
}
