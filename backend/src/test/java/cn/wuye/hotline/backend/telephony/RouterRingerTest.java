package cn.wuye.hotline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger.Outcome;
import cn.wuye.hotline.ivr.port.PhoneRinger.Ringing;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RouterRingerTest {
  private static final PhoneLine LINE = new PhoneLine("王师傅", new PhoneNumber("13900000001"));
  private final List<OriginateRequest> requests = new ArrayList<>();
  private final FakeRing ring = new FakeRing();
  private final RouterRinger ringer =
      new RouterRinger(
          request -> {
            requests.add(request);
            return ring;
          },
          new TwoFiles(),
          "4001234567");

  @Test
  void asksTheRouterInTheWordsOfTheDialplan() {
    ringer.ring(LINE, "node-1-1.2", Duration.ofSeconds(20), new Prompt("", List.of()));
    OriginateRequest request = requests.get(0);
    assertThat(request.channel()).isEqualTo("Local/13900000001@hotline-outbound/n");
    assertThat(request.context()).isEqualTo("hotline-duty");
    assertThat(request.extension()).isEqualTo("s");
    assertThat(request.callerId()).isEqualTo("4001234567");
    assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(request.variables())
        .containsEntry("HOTLINE_ROOM", "node-1-1.2")
        .containsEntry("HOTLINE_WHISPER", "/prompts/whisper&/prompts/cache/1a.b");
  }

  @ParameterizedTest
  @EnumSource(RingOutcome.class)
  void tellsEveryOutcome(RingOutcome outcome) {
    Ringing ringing = ringer.ring(LINE, "room", Duration.ZERO, new Prompt("", List.of()));
    assertThat(ringing.outcome()).isNotDone();
    assertThat(ringer.waiting()).as("a caller waits for a person").isEqualTo(1);
    ring.outcome.complete(outcome);
    assertThat(ringer.waiting()).isZero();
    assertThat(ringing.outcome().join())
        .isEqualTo(
            outcome == RingOutcome.CONGESTED
                ? Outcome.UNREACHABLE
                : Outcome.valueOf(outcome.name()));
    ringing.cancel();
    assertThat(ring.cancelled).isTrue();
  }

  private static final class FakeRing implements Ring {
    private final CompletableFuture<RingOutcome> outcome = new CompletableFuture<>();
    private boolean cancelled;

    @Override
    public String channelId() {
      return "ring-1";
    }

    @Override
    public CompletableFuture<RingOutcome> outcome() {
      return outcome;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private static final class TwoFiles implements PromptAudio {
    @Override
    public byte[] pcm(Prompt prompt) {
      return new byte[0];
    }

    @Override
    public List<Path> files(Prompt prompt) {
      return List.of(Path.of("/prompts/whisper.wav"), Path.of("/prompts/cache/1a.b.wav"));
    }
  }
}
