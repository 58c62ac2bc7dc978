package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.survey.CallOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A node's telephone whose calls end when the test says so. */
final class FakeSurveyTelephone implements SurveyTelephone {
  private final Map<Long, CompletableFuture<CallOutcome>> calls = new LinkedHashMap<>();
  private LinesNow now = new LinesNow(true, 0, 0);

  synchronized void sees(LinesNow lines) {
    now = lines;
  }

  /** The surveys that were phoned for, in order. */
  synchronized List<Long> phoned() {
    return List.copyOf(calls.keySet());
  }

  void end(long survey, CallOutcome outcome) {
    CompletableFuture<CallOutcome> call;
    synchronized (this) {
      call = calls.get(survey);
    }
    if (call == null) {
      throw new IllegalArgumentException("nobody phones for " + survey);
    }
    call.complete(outcome);
  }

  @Override
  public synchronized LinesNow lines(String trunk) {
    return now;
  }

  @Override
  public synchronized CompletableFuture<CallOutcome> phone(SurveyRing call) {
    CompletableFuture<CallOutcome> outcome = new CompletableFuture<>();
    if (calls.put(call.survey(), outcome) != null) {
      throw new IllegalStateException(call + " is phoned twice");
    }
    return outcome;
  }
}
