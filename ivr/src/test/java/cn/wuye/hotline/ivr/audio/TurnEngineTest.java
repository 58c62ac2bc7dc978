package cn.wuye.hotline.ivr.audio;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.Listening;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnEngineTest {
  private static final Listening OPEN = Listening.open();
  private static final Listening FOUR_KEYS = Listening.choice(List.of(), 4);

  private final VirtualTurn turn = new VirtualTurn();

  @Test
  void noInputIsCountedFromTheEndOfThePrompt() {
    turn.begin(OPEN, 3000);
    turn.silence(3000 + 5900);
    assertThat(turn.ended()).isEmpty();
    turn.silence(200);
    TurnEnd end = turn.end();
    assertThat(end.reason()).isEqualTo(TurnEnd.Reason.NO_INPUT);
    assertThat(end.prompt().to()).isEqualTo(Duration.ofMillis(3000));
  }

  @Test
  void missingFramesAreSilence() {
    turn.begin(OPEN, 0);
    turn.speech(1000);
    turn.nothing(1300);
    assertThat(turn.end().reason()).isEqualTo(TurnEnd.Reason.SPEECH);
    assertThat(turn.now()).as("1 s of speech, 1.2 s of silence").isBetween(2180L, 2200L);
  }

  @Test
  void aCoughDoesNotCutThePromptButSpeechDoesAfterTheGuard() {
    turn.begin(OPEN, 5000);
    turn.silence(1000);
    turn.speech(120);
    turn.silence(1000);
    assertThat(turn.promptStoppedAt()).isEmpty();
    turn.speech(400);
    assertThat(turn.promptStoppedAt().getAsLong() - 2120).isBetween(100L, 180L);
  }

  @Test
  void theBeginningOfTheWordsIsHandedOn() {
    turn.begin(OPEN, 5000);
    turn.silence(1000);
    turn.speech(600);
    turn.nothing(1300);
    assertThat(turn.millisHandedOn()).isGreaterThanOrEqualTo(600 + 200);
    assertThat(turn.end().speech().orElseThrow().from()).isEqualTo(Duration.ofMillis(1000));
  }

  @Test
  void aShortAnswerAfterThePromptCounts() {
    turn.begin(OPEN, 100);
    turn.silence(500);
    turn.speech(120);
    turn.silence(1300);
    assertThat(turn.end().reason()).isEqualTo(TurnEnd.Reason.SPEECH);
  }

  @Test
  void aPauseBetweenWordsDoesNotEndTheTurnAndIsNotDecoded() {
    turn.begin(OPEN, 0);
    turn.speech(500);
    turn.silence(1100);
    turn.speech(500);
    turn.silence(1300);
    assertThat(turn.end().speech().orElseThrow().to()).isEqualTo(Duration.ofMillis(2080));
    assertThat(turn.millisHandedOn()).as("silence beyond the tail is left out").isLessThan(2000);
  }

  @Test
  void aKeyCutsAtOnceAndEndsTheTurn() {
    turn.begin(OPEN, 5000);
    turn.silence(1000);
    turn.key('1');
    assertThat(turn.promptStoppedAt()).hasValue(1000);
    assertThat(turn.end().digits()).isEqualTo("1");
  }

  @Test
  void severalKeysEndByHashByTimeByNumberOrByStar() {
    turn.begin(FOUR_KEYS, 0);
    turn.key('1');
    turn.silence(1000);
    turn.key('2');
    turn.key('#');
    assertThat(turn.end().digits()).isEqualTo("12");

    turn.begin(FOUR_KEYS, 0);
    turn.key('3');
    turn.silence(2900);
    assertThat(turn.ended()).isEmpty();
    turn.silence(200);
    assertThat(turn.end().digits()).isEqualTo("3");

    turn.begin(FOUR_KEYS, 0);
    "1234".chars().forEach(key -> turn.key((char) key));
    assertThat(turn.end().digits()).isEqualTo("1234");

    turn.begin(FOUR_KEYS, 0);
    turn.key('*');
    assertThat(turn.end().digits()).isEqualTo("*");
  }

  @Test
  void hashAloneIsAKeyAndAfterSpeechItsEnd() {
    turn.begin(OPEN, 0);
    turn.key('#');
    assertThat(turn.end().digits()).isEqualTo("#");

    turn.begin(OPEN, 0);
    turn.speech(500);
    turn.key('#');
    assertThat(turn.end().reason()).isEqualTo(TurnEnd.Reason.SPEECH);
  }

  @Test
  void keysPressedBetweenTurnsBelongToTheNext() {
    turn.key('3');
    turn.begin(OPEN, 5000);
    assertThat(turn.end().digits()).isEqualTo("3");
  }

  @Test
  void keysAreIgnoredWhereNoneAreWanted() {
    turn.begin(Listening.choice(List.of("对"), 0), 1000);
    turn.key('3');
    turn.silence(500);
    assertThat(turn.ended()).isEmpty();
    assertThat(turn.promptStoppedAt()).isEmpty();
  }

  @Test
  void theLongestTimeEndsWhateverHappens() {
    turn.begin(OPEN, 0);
    turn.speech(61_000);
    assertThat(turn.end().reason()).isEqualTo(TurnEnd.Reason.LONGEST);
  }

  @Test
  void whoIsInterruptedInMidSentenceDoesNotCutTheNextPrompt() {
    turn.begin(OPEN, 0);
    turn.speech(2000);
    turn.emergency();
    assertThat(turn.end().reason()).isEqualTo(TurnEnd.Reason.EMERGENCY);

    turn.begin(OPEN, 3000);
    turn.speech(1500);
    assertThat(turn.promptStoppedAt()).as("the rest of the old sentence").isEmpty();
    turn.silence(400);
    turn.speech(300);
    assertThat(turn.promptStoppedAt()).as("an answer").isNotEmpty();
  }

  @Test
  void wordsBegunWhileTheHotlineThinksAreNotClipped() {
    turn.begin(OPEN, 0);
    turn.silence(6100);
    assertThat(turn.end().reason()).isEqualTo(TurnEnd.Reason.NO_INPUT);
    turn.speech(700);
    turn.begin(OPEN, 3000);
    turn.speech(300);
    turn.nothing(1300);
    assertThat(turn.promptStoppedAt()).isNotEmpty();
    assertThat(turn.millisHandedOn()).isGreaterThanOrEqualTo(1000);
  }

  @Test
  void aWordSpokenJustBeforeTheTurnCounts() {
    turn.speech(300);
    turn.begin(OPEN, 3000);
    turn.nothing(1300);
    assertThat(turn.end().reason()).isEqualTo(TurnEnd.Reason.SPEECH);
    assertThat(turn.millisHandedOn()).isEqualTo(300);
  }

  @Test
  void aPromptThatMayNotBeCutIsHeardToItsEnd() {
    Listening noBargeIn =
        new Listening(
            List.of(),
            1,
            Duration.ofSeconds(2),
            Duration.ofMillis(1200),
            Duration.ofSeconds(3),
            Duration.ofSeconds(60),
            false);
    turn.begin(noBargeIn, 4000);
    turn.speech(500);
    turn.silence(1500);
    assertThat(turn.discarded()).isTrue();
    turn.key('1');
    assertThat(turn.ended()).isEmpty();
    turn.silence(2100);
    assertThat(turn.promptStoppedAt()).isEmpty();
    assertThat(turn.end().digits()).as("pressed early, taken at the end").isEqualTo("1");
  }

  @Test
  void nothingIsWaitedForAfterSayingSomething() {
    turn.begin(Listening.whileSaying(), 1000);
    turn.silence(1040);
    assertThat(turn.end().reason()).isEqualTo(TurnEnd.Reason.NO_INPUT);
  }

  @Test
  void aHangUpTellsWhatWasSaid() {
    turn.begin(OPEN, 1000);
    turn.silence(1500);
    turn.speech(800);
    turn.gone();
    TurnEnd end = turn.end();
    assertThat(end.reason()).isEqualTo(TurnEnd.Reason.GONE);
    assertThat(end.speech().orElseThrow().from()).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void clicksNeitherBeginNorProlongAnAnswer() {
    turn.begin(OPEN, 0);
    turn.speech(500);
    for (int i = 0; i < 4 && turn.ended().isEmpty(); i++) {
      turn.silence(480);
      turn.speech(20);
    }
    assertThat(turn.end().speech().orElseThrow().to()).isLessThan(Duration.ofMillis(800));
  }
}
