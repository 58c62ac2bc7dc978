package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Rings a phone and puts whoever answers into a conference room. Implemented by the backend over
 * the call router.
 */
public interface PhoneRinger {

  /**
   * Starts ringing; returns at once.
   *
   * @param room the conference the answerer is put into; the caller is brought there by the dialog
   * @param timeout how long it may ring
   * @param whisper played to the answerer before the conference
   */
  Ringing ring(PhoneLine line, String room, Duration timeout, Prompt whisper);

  /** A phone that is ringing. */
  interface Ringing {
    /** Completes with the outcome within the time-out plus 2 s; never exceptionally. */
    CompletableFuture<Outcome> outcome();

    /** Stops ringing, or hangs up the answerer. Idempotent. */
    void cancel();
  }

  /** How ringing ended. */
  enum Outcome {
    ANSWERED,
    BUSY,
    NO_ANSWER,
    REJECTED,
    UNREACHABLE,
    /** Our side could not even try (AMI is down, no trunk): another way of ringing may be used. */
    UNAVAILABLE
  }

  /**
   * Somebody who is being looked for beside the lines that are rung.
   *
   * @param line how she is called when it is she who answers
   */
  record Beside(PhoneLine line, Ringing ringing) {}
}
