package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.router.originate.Ring;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A call for a survey from its first ring to its end. What Asterisk's events tell and what the
 * script tells come in any order: once she is being asked only the script knows the end.
 */
final class SurveyRinging {
  private final CompletableFuture<CallOutcome> outcome = new CompletableFuture<>();
  private @Nullable AskedCall asked;
  private @Nullable Ring ring;
  private boolean closed;

  CompletableFuture<CallOutcome> outcome() {
    return outcome;
  }

  void rings(Ring begun) {
    synchronized (this) {
      ring = begun;
      if (!closed) {
        return;
      }
    }
    begun.cancel();
  }

  /** The script has the call; empty when nobody waits for it any more. */
  synchronized Optional<SurveyCall> begin(SurveyCall survey) {
    if (closed || asked != null) {
      return Optional.empty();
    }
    AskedCall call = new AskedCall(survey, this::over);
    asked = call;
    return Optional.of(call);
  }

  /** It is over by what is known outside the script; does nothing once she is being asked. */
  void overUnlessAsked(CallOutcome how) {
    synchronized (this) {
      if (asked != null) {
        return;
      }
      closed = true;
    }
    finish(how);
  }

  /** The time for any call is over. */
  void tooLong() {
    over();
  }

  private void over() {
    CallOutcome how;
    synchronized (this) {
      closed = true;
      how = asked == null ? CallOutcome.CONGESTION : asked.outcome();
    }
    finish(how);
  }

  private void finish(CallOutcome how) {
    Ring rung;
    synchronized (this) {
      rung = ring;
    }
    // First: what the ringing tells when it is cancelled is no outcome any more.
    outcome.complete(how);
    if (rung != null) {
      // Whoever is still there is let go.
      rung.cancel();
    }
  }
}
