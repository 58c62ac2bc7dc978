package cn.wuye.hotline.ivr.agi;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.FakeSurvey;
import cn.wuye.hotline.ivr.port.OwnVoice;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyCall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class SurveyScriptTest {
  private static final String ID = "survey-17-1";

  @TempDir Path folder;

  private final FakeSurvey survey = new FakeSurvey();
  private final List<Boolean> doubts = new ArrayList<>();
  private final List<Boolean> voices = new ArrayList<>();
  private Consumer<SurveyCall> conversation = call -> call.answers().solved(Solved.SOLVED);
  private FakeTelephone telephone;

  @BeforeEach
  void start() throws IOException {
    telephone =
        new FakeTelephone(
            folder,
            new SurveyTalks(
                id -> id.equals(ID) ? Optional.of(survey) : Optional.empty(), this::holding));
  }

  @AfterEach
  void stop() {
    telephone.close();
  }

  private CallHolding holding(SurveyCall call) {
    doubts.add(call.about().doubtful());
    voices.add(call.ownVoice().isPresent());
    return new CallHolding(EmergencySpotter.NONE, talk -> conversation.accept(call));
  }

  private FakeAsterisk answered(String id, String amdStatus) throws Exception {
    FakeAsterisk asterisk =
        telephone.asterisk(ID, Wire::untilEnded).calling("survey", id, amdStatus, "/spool/" + ID);
    asterisk.call().get(10, TimeUnit.SECONDS);
    return asterisk;
  }

  @Test
  void isRecordedAskedAndBroughtToItsEnd() throws Exception {
    FakeAsterisk asterisk = answered(ID, "HUMAN");

    assertThat(survey.given()).containsExactly("SOLVED", "ended");
    assertThat(doubts).containsExactly(false);
    assertThat(asterisk.commands().get(0))
        .contains("MixMonitor", "/spool/survey-17-1.wav", "r(/spool/survey-17-1-caller.wav)");
    assertThat(asterisk.variable("HOTLINE_DONE")).isEqualTo("1");
    assertThat(telephone.log.started()).hasSize(1);
    assertThat(telephone.log.ended()).containsExactly(new CallId(ID));
    assertThat(telephone.asked()).as("it is no call that came in").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MACHINE", "NOTSURE", ""})
  void whoeverIsNoPersonForSureHasToShowIt(String amdStatus) throws Exception {
    survey.recorded(new OwnVoice(new PhoneNumber("13800000001"), "电梯坏了", new byte[0]));

    answered(ID, amdStatus);

    assertThat(doubts).containsExactly(true);
    assertThat(voices).as("a machine would keep her voice").containsExactly(false);
  }

  @Test
  void whatNobodyWaitsForIsLeftToAsterisk() throws Exception {
    FakeAsterisk asterisk = answered("survey-18-1", "HUMAN");

    assertThat(doubts).isEmpty();
    assertThat(asterisk.variable("HOTLINE_DONE")).as("Asterisk says the message").isEmpty();
    assertThat(telephone.log.started()).isEmpty();
  }

  @Test
  void whoHangsUpInTheMiddleHasAnsweredWhatSheHas() throws Exception {
    conversation =
        call -> {
          call.answers().solved(Solved.NOT_SOLVED);
          throw new HangUp("gone");
        };

    answered(ID, "HUMAN");

    assertThat(survey.given()).containsExactly("NOT_SOLVED", "ended");
    assertThat(telephone.log.ended()).hasSize(1);
  }

  @Test
  void whatBreaksIsLeftToAsteriskAndEnds() throws Exception {
    conversation =
        call -> {
          throw new IllegalStateException("broken");
        };

    FakeAsterisk asterisk = answered(ID, "HUMAN");

    assertThat(survey.given()).containsExactly("ended");
    assertThat(asterisk.variable("HOTLINE_DONE")).isEmpty();
  }
}
