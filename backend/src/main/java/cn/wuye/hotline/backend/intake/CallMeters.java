package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Turn.Kind;
import cn.wuye.hotline.ivr.conversation.Turn.Who;
import cn.wuye.hotline.ivr.data.LimitedMap;
import cn.wuye.hotline.ivr.port.CallLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes figures of what is told to a call log on its way there: turns, barge-ins, answers that were
 * not understood, and how long callers wait for the hotline's voice.
 */
final class CallMeters implements CallLog {
  /** Calls whose end is never told (they broke) are forgotten when so many began later. */
  private static final int MOST = 2_000;

  /** The prompts that ask the same thing again, more simply. */
  private static final String ASKED_AGAIN = ".*-(again|keys|slowly)";

  /** Silence as short as this only says that nothing was asked. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private static final Duration[] GAPS = {
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofMillis(1000),
    Duration.ofMillis(1500),
    Duration.ofMillis(2000),
    Duration.ofMillis(3000),
    Duration.ofMillis(5000)
  };

  private final CallLog log;
  private final MeterRegistry meters;
  private final Timer answerGap;
  private final Counter bargeIns;
  private final Counter notUnderstood;
  private final Map<CallId, Progress> calls = LimitedMap.byAge(MOST);

  CallMeters(CallLog log, MeterRegistry meters) {
    this.log = log;
    this.meters = meters;
    this.answerGap =
        Timer.builder("hotline.answer.gap")
            .description("From the end of what a caller said to the hotline's next sound")
            .serviceLevelObjectives(GAPS)
            .register(meters);
    this.bargeIns =
        Counter.builder("hotline.barge.ins")
            .description("Prompts that a caller cut short by words or keys")
            .register(meters);
    this.notUnderstood =
        Counter.builder("hotline.no.match")
            .description("Answers after which the question had to be asked again")
            .register(meters);
    for (String end : new String[] {"completed", "hung-up", "fallback"}) {
      calls(end);
    }
  }

  /** What is known of a call in progress. Used by the call's own thread. */
  private static final class Progress {
    @Nullable Turn said;
    @Nullable Turn heard;
    boolean leftByCaller;
  }

  @Override
  public void started(Call call) {
    synchronized (calls) {
      calls.put(call.id(), new Progress());
    }
    log.started(call);
  }

  @Override
  public void turn(CallId call, Turn turn) {
    Progress progress = progress(call);
    if (progress != null) {
      if (turn.who() == Who.HOTLINE && turn.kind() == Kind.SAID) {
        said(progress, turn);
      } else if (turn.kind() == Kind.HUNG_UP) {
        progress.leftByCaller = turn.who() == Who.CALLER;
      } else if (turn.who() == Who.CALLER) {
        heard(progress, turn);
      }
    }
    log.turn(call, turn);
  }

  private void said(Progress progress, Turn turn) {
    Turn before = progress.heard;
    if (before != null && before.kind() != Kind.SILENCE) {
      if (before.kind() != Kind.KEYS && !turn.from().minus(before.to()).isNegative()) {
        answerGap.record(turn.from().minus(before.to()));
      }
      if (turn.key().matches(ASKED_AGAIN)) {
        notUnderstood.increment();
      }
    }
    progress.said = turn;
    progress.heard = null;
  }

  private void heard(Progress progress, Turn turn) {
    if (turn.kind() == Kind.SILENCE && turn.to().minus(turn.from()).compareTo(A_MOMENT) < 0) {
      return;
    }
    Counter.builder("hotline.turns")
        .description("What callers did when it was their turn; silence is no input")
        .tag("kind", turn.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .register(meters)
        .increment();
    Turn prompt = progress.said;
    if (prompt != null && turn.kind() != Kind.SILENCE && turn.from().compareTo(prompt.to()) <= 0) {
      bargeIns.increment();
    }
    progress.heard = turn;
  }

  @Override
  public void ended(CallId call) {
    Progress progress;
    synchronized (calls) {
      progress = calls.remove(call);
    }
    calls(progress != null && progress.leftByCaller ? "hung-up" : "completed").increment();
    log.ended(call);
  }

  /** Asterisk went on alone with a call. */
  void fallback() {
    calls("fallback").increment();
  }

  private Counter calls(String end) {
    return Counter.builder("hotline.calls")
        .description("Calls by how they ended")
        .tag("end", end)
        .register(meters);
  }

  private @Nullable Progress progress(CallId call) {
    synchronized (calls) {
      return calls.get(call);
    }
  }
}
