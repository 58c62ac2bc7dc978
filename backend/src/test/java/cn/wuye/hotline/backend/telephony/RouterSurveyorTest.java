package cn.wuye.hotline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.campaign.LinesNow;
import cn.wuye.hotline.backend.survey.campaign.SurveyRing;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyAnswers;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterSurveyorTest {
  private static final SurveyRing CALL =
      new SurveyRing(
          CallKind.TICKET, 17, 2, new PhoneNumber("13900000001"), Duration.ofSeconds(30));

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<String> ids = new ArrayList<>();
  private final List<OriginateRequest> requests = new ArrayList<>();
  private final CompletableFuture<RingOutcome> rung = new CompletableFuture<>();
  private final WrittenSurvey survey = new WrittenSurvey();
  private final List<LiveChannel> channels = new ArrayList<>();
  private boolean cancelled;
  private final RouterSurveyor surveyor =
      new RouterSurveyor(
          this::originate,
          new Quiet(),
          id -> id.equals("survey-17-2") ? Optional.of(survey) : Optional.empty(),
          "4001234567",
          timer);

  @AfterEach
  void noTimer() {
    timer.shutdownNow();
  }

  private Ring originate(String id, OriginateRequest request) {
    ids.add(id);
    requests.add(request);
    return new Ring() {
      @Override
      public String channelId() {
        return id;
      }

      @Override
      public CompletableFuture<RingOutcome> outcome() {
        return rung;
      }

      @Override
      public void cancel() {
        cancelled = true;
        rung.complete(RingOutcome.NO_ANSWER);
      }
    };
  }

  private final class Quiet implements RouterSurveyor.Here {
    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public Collection<LiveChannel> channels() {
      return channels;
    }

    @Override
    public int waiting() {
      return 3;
    }
  }

  private CompletableFuture<CallOutcome> asked(Consumer<SurveyAnswers> conversation) {
    CompletableFuture<CallOutcome> outcome = surveyor.phone(CALL);
    rung.complete(RingOutcome.ANSWERED);
    SurveyCall call = surveyor.find("survey-17-2").orElseThrow();
    conversation.accept(call.answers());
    assertThat(outcome).as("she still talks").isNotDone();
    call.ended();
    return outcome;
  }

  @Test
  void anAnswerToAnEditedQuestionIsOne() {
    assertThat(asked(answers -> answers.answer(1, 4))).isCompletedWithValue(CallOutcome.ANSWERED);
    assertThat(survey.told()).containsExactly("1: 4", "ended");
  }

  @Test
  void asksTheRouterInTheWordsOfTheDialplan() {
    surveyor.phone(CALL);

    OriginateRequest request = requests.get(0);
    assertThat(ids).containsExactly("survey-17-2");
    assertThat(request.channel()).isEqualTo("Local/13900000001@hotline-outbound/n");
    assertThat(request.context()).isEqualTo("hotline-survey");
    assertThat(request.callerId()).isEqualTo("4001234567");
    assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(request.variables())
        .containsEntry("HOTLINE_SURVEY", "survey-17-2")
        .containsEntry("HOTLINE_CALLEE", "13900000001");
  }

  @Test
  void whoAnswersAQuestionIsReachedThoughSheHangsUp() {
    assertThat(asked(answers -> answers.solved(Solved.NOT_SOLVED)))
        .isCompletedWithValue(CallOutcome.ANSWERED);
    assertThat(survey.told()).containsExactly("NOT_SOLVED", "ended");
    assertThat(cancelled).as("whoever is still there is let go").isTrue();
    assertThat(surveyor.find("survey-17-2")).as("nobody waits any more").isEmpty();
  }

  @Test
  void sheMayBePlayedWhatSheSaid() {
    surveyor.phone(CALL);
    rung.complete(RingOutcome.ANSWERED);

    assertThat(surveyor.find("survey-17-2").orElseThrow().ownVoice()).isPresent();
  }

  @Test
  void whatSheSaysOfHerselfIsTheOutcome() {
    assertThat(asked(answers -> answers.postponed(Optional.empty())))
        .isCompletedWithValue(CallOutcome.POSTPONED);
  }

  @Test
  void whoDeclinesIsNotReached() {
    assertThat(asked(SurveyAnswers::declined)).isCompletedWithValue(CallOutcome.DECLINED);
  }

  @Test
  void aMachineOrSomebodyElseIsNotReached() {
    assertThat(asked(SurveyAnswers::nobody)).isCompletedWithValue(CallOutcome.MACHINE);
  }

  @Test
  void whoHangsUpBeforeTheFirstAnswerOrTakesItBackHasHungUp() {
    assertThat(
            asked(
                answers -> {
                  answers.solved(Solved.NOT_SOLVED);
                  answers.takenBack();
                }))
        .isCompletedWithValue(CallOutcome.HUNG_UP);
  }

  @ParameterizedTest
  @CsvSource({
    "BUSY, BUSY",
    "NO_ANSWER, NO_ANSWER",
    "REJECTED, REJECTED",
    "UNREACHABLE, UNREACHABLE",
    "CONGESTED, CONGESTION",
    "UNAVAILABLE, CONGESTION"
  })
  void whoDoesNotAnswerIsNotReached(RingOutcome how, CallOutcome outcome) {
    CompletableFuture<CallOutcome> call = surveyor.phone(CALL);

    rung.complete(how);

    assertThat(call).isCompletedWithValue(outcome);
    assertThat(surveyor.find("survey-17-2")).as("a late answer is not asked").isEmpty();
  }

  @Test
  void onceSheIsAskedOnlyTheScriptKnowsTheEnd() {
    CompletableFuture<CallOutcome> call = surveyor.phone(CALL);
    SurveyCall asked = surveyor.find("survey-17-2").orElseThrow();

    // The manager connection was away meanwhile: the router takes the phone for unanswered.
    rung.complete(RingOutcome.NO_ANSWER);
    assertThat(call).isNotDone();
    asked.answers().satisfaction(4);
    asked.ended();

    assertThat(call).isCompletedWithValue(CallOutcome.ANSWERED);
  }

  @Test
  void oneCallIsAskedOnce() {
    surveyor.phone(CALL);

    assertThat(surveyor.find("survey-17-2")).isPresent();
    assertThat(surveyor.find("survey-17-2")).isEmpty();
    assertThat(surveyor.find("survey-18-1")).isEmpty();
  }

  @Test
  void whatTheRouterCannotDoIsOurs() {
    RouterSurveyor broken =
        new RouterSurveyor(
            (id, request) -> {
              throw new IllegalStateException("no connection");
            },
            new Quiet(),
            id -> Optional.of(survey),
            "4001234567",
            timer);

    assertThat(broken.phone(CALL)).isCompletedWithValue(CallOutcome.CONGESTION);
    assertThat(broken.find("survey-17-2")).isEmpty();
  }

  @Test
  void linesOfTheTrunkAreCountedButForThoseOfSurveys() {
    channels.add(channel("PJSIP/carrier-00000001", "node-1-1.1"));
    channels.add(channel("PJSIP/carrier-00000002", "survey-17-2"));
    channels.add(channel("PJSIP/carrier-00000005", "poll-3-1"));
    channels.add(channel("PJSIP/1001-00000003", "node-1-1.1"));
    channels.add(channel("Local/1@hotline-outbound-00000004;1", "survey-17-2"));

    assertThat(surveyor.lines("carrier")).isEqualTo(new LinesNow(true, 1, 3));
  }

  private static LiveChannel channel(String name, String linkedId) {
    return new LiveChannel(
        name, name, LiveChannel.State.UP, "", linkedId, "", "", "", Instant.EPOCH);
  }
}
