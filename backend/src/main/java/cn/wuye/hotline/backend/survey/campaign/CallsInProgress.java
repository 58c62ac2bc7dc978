package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.survey.CallOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The calls of this node, and those of them whose end is not in the database yet. */
final class CallsInProgress {
  private final Map<String, SurveyRing> running = new ConcurrentHashMap<>();
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

  /** A call that is over. */
  record Ended(SurveyRing call, CallOutcome outcome, Instant at) {}

  void begun(SurveyRing call) {
    running.put(call.id(), call);
  }

  void ended(SurveyRing call, CallOutcome outcome, Instant at) {
    ended.add(new Ended(call, outcome, at));
  }

  /** The next to be entered; it stays until {@link #entered}. */
  Optional<Ended> next() {
    return Optional.ofNullable(ended.peek());
  }

  void entered(Ended call) {
    ended.remove(call);
    running.remove(call.call().id());
  }

  List<SurveyRing> all() {
    return List.copyOf(running.values());
  }

  int count() {
    return running.size();
  }
}
