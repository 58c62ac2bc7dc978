package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.asteriskjava.fastagi.AgiRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The calls that a script has at present. */
final class ScriptCalls {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptCalls.class);

  private final AtomicInteger calls = new AtomicInteger();

  /** How many there are. */
  int count() {
    return calls.get();
  }

  /**
   * The call that Asterisk tells of.
   *
   * @param otherwise what becomes of one that cannot be read, for the log
   */
  static Optional<Call> read(AgiRequest request, Clock clock, String otherwise) {
    try {
      return Optional.of(CallRequest.read(request, clock.instant()));
    } catch (IllegalArgumentException e) {
      LOG.warn("FastAGI: {}; {}", e.getMessage(), otherwise);
      return Optional.empty();
    }
  }

  /** Holds a call to its end: it is counted, and stands in every line of the log. */
  void hold(Call call, Runnable talk) {
    calls.incrementAndGet();
    MDC.put("call", call.id().value());
    try {
      talk.run();
    } finally {
      // The thread is the call's own: what others added goes, too.
      MDC.clear();
      calls.decrementAndGet();
    }
  }
}
