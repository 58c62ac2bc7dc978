package cn.wuye.hotline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.message.voice.CallEnd;
import cn.wuye.hotline.backend.message.voice.VoiceCall;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.SpokenMessage;
import cn.wuye.hotline.ivr.port.SpokenMessage.Reply;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterCallerTest {
  private final List<OriginateRequest> requests = new ArrayList<>();
  private CompletableFuture<RingOutcome> outcome = new CompletableFuture<>();
  private Consumer<SpokenMessage> callee = SpokenMessage::ended;
  private boolean cancelled;
  private final RouterCaller caller = new RouterCaller(this::originate, () -> true, "4001234567");

  private Ring originate(OriginateRequest request) {
    requests.add(request);
    if (outcome.getNow(RingOutcome.ANSWERED) == RingOutcome.ANSWERED) {
      // Asterisk brings the call to the script, which asks for its message.
      SpokenMessage message =
          caller.find(request.variables().getOrDefault("HOTLINE_NOTICE", "")).orElseThrow();
      assertThat(message.words()).isEqualTo("三号楼电梯困人。");
      assertThat(message.ask()).isEqualTo(SpokenMessage.Ask.JOB);
      callee.accept(message);
      outcome.complete(RingOutcome.ANSWERED);
    }
    return new Ring() {
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
    };
  }

  private CallEnd phone(Reply reply) {
    return caller.phone(
        new VoiceCall(
            "17-2",
            new PhoneNumber("13900000001"),
            "三号楼电梯困人。",
            SpokenMessage.Ask.JOB,
            Duration.ofSeconds(25),
            () -> reply));
  }

  @Test
  void asksTheRouterInTheWordsOfTheDialplan() {
    phone(Reply.NOTED);

    OriginateRequest request = requests.get(0);
    assertThat(request.channel()).isEqualTo("Local/13900000001@hotline-outbound/n");
    assertThat(request.context()).isEqualTo("hotline-message");
    assertThat(request.extension()).isEqualTo("s");
    assertThat(request.callerId()).isEqualTo("4001234567");
    assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(25));
    assertThat(request.variables()).containsEntry("HOTLINE_NOTICE", "17-2");
  }

  @ParameterizedTest
  @CsvSource({"YOURS, CONFIRMED", "TAKEN, CONFIRMED", "NOTED, CONFIRMED", "FAILED, NOT_HEARD"})
  void whatTheKeyCameToIsTheEnd(Reply reply, CallEnd end) {
    callee =
        message -> {
          assertThat(message.confirmed()).isEqualTo(reply);
          message.ended();
        };

    assertThat(phone(reply)).isEqualTo(end);
    assertThat(cancelled).as("whoever is still there is let go").isTrue();
    assertThat(caller.find("17-2")).as("nobody waits any more").isEmpty();
  }

  @Test
  void whoListensWithoutAKeyHasHeardItAndWhoHangsUpHasNot() {
    assertThat(phone(Reply.NOTED)).isEqualTo(CallEnd.NOT_HEARD);

    outcome = new CompletableFuture<>();
    callee =
        message -> {
          message.heard();
          message.ended();
        };
    assertThat(phone(Reply.NOTED)).isEqualTo(CallEnd.HEARD);
  }

  @ParameterizedTest
  @CsvSource({
    "BUSY, BUSY",
    "NO_ANSWER, NO_ANSWER",
    "REJECTED, REJECTED",
    "UNREACHABLE, UNREACHABLE",
    "CONGESTED, UNREACHABLE",
    "UNAVAILABLE, UNAVAILABLE"
  })
  void whoIsNotReachedHasNotHeardIt(RingOutcome how, CallEnd end) {
    outcome.complete(how);

    assertThat(phone(Reply.NOTED)).isEqualTo(end);
    assertThat(caller.find("17-2")).isEmpty();
  }

  @Test
  void whatTheRouterCannotDoIsOursAndLeavesNothingBehind() {
    RouterCaller broken =
        new RouterCaller(
            request -> {
              throw new IllegalStateException("no connection");
            },
            () -> true,
            "4001234567");
    VoiceCall call =
        new VoiceCall(
            "17-3",
            new PhoneNumber("13900000001"),
            "三号楼电梯困人。",
            SpokenMessage.Ask.JOB,
            Duration.ofSeconds(25),
            () -> Reply.NOTED);

    assertThat(broken.phone(call)).isEqualTo(CallEnd.UNAVAILABLE);
    assertThat(broken.find("17-3")).isEmpty();
  }
}
