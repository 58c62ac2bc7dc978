package cn.wuye.hotline.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Turn.Kind;
import cn.wuye.hotline.ivr.conversation.Turn.Who;
import cn.wuye.hotline.ivr.port.CallLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallMetersTest {
  private final CallId call = new CallId("node-1-1763800000.12");
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<String> told = new ArrayList<>();
  private final CallMeters meters = new CallMeters(new Listener(), registry);

  @Test
  void aConversationBecomesFigures() {
    meters.started(Node.call(call));
    said("greeting", 0, 2000);
    heard(Kind.WORDS, 1800, 3500); // cuts the greeting short, is not understood
    said("ask-problem-again", 5000, 8000);
    heard(Kind.SILENCE, 8000, 14_000);
    said("ask-problem-keys", 14_100, 20_000);
    heard(Kind.KEYS, 20_000, 20_000); // cuts the prompt short
    said("ask-estate", 20_100, 22_000);
    heard(Kind.WORDS, 23_000, 24_000);
    said("goodbye", 25_400, 27_000);
    meters.turn(call, new Turn(Who.CALLER, Kind.HUNG_UP, "", "", ms(27_000), ms(27_000)));
    meters.ended(call);

    assertThat(count("hotline.turns", "kind", "words")).isEqualTo(2);
    assertThat(count("hotline.turns", "kind", "silence")).isEqualTo(1);
    assertThat(count("hotline.turns", "kind", "keys")).isEqualTo(1);
    assertThat(registry.get("hotline.barge.ins").counter().count()).isEqualTo(2);
    assertThat(registry.get("hotline.no.match").counter().count()).isEqualTo(1);
    assertThat(registry.get("hotline.answer.gap").timer().count()).isEqualTo(2);
    assertThat(registry.get("hotline.answer.gap").timer().totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(1500 + 1400);
    assertThat(count("hotline.calls", "end", "hung-up")).isEqualTo(1);
    assertThat(count("hotline.calls", "end", "completed")).isZero();
    assertThat(told).hasSize(12).startsWith("started").endsWith("ended");
  }

  @Test
  void callsThatBreakAreNotRememberedForEver() {
    for (int i = 0; i < 2_100; i++) {
      meters.started(Node.call(new CallId("node-1-1763800001." + i)));
    }
    meters.ended(call);
    meters.fallback();

    assertThat(count("hotline.calls", "end", "completed")).isEqualTo(1);
    assertThat(count("hotline.calls", "end", "fallback")).isEqualTo(1);
  }

  private double count(String name, String tag, String value) {
    return registry.get(name).tag(tag, value).counter().count();
  }

  private void said(String key, long from, long to) {
    meters.turn(call, new Turn(Who.HOTLINE, Kind.SAID, "…", key, ms(from), ms(to)));
  }

  private void heard(Kind kind, long from, long to) {
    meters.turn(call, new Turn(Who.CALLER, kind, "…", "", ms(from), ms(to)));
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private final class Listener implements CallLog {
    @Override
    public void started(Call call) {
      told.add("started");
    }

    @Override
    public void turn(CallId call, Turn turn) {
      told.add("turn");
    }

    @Override
    public void ended(CallId call) {
      told.add("ended");
    }
  }
}
