package cn.wuye.hotline.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.wuye.hotline.caller.call.Act;
import cn.wuye.hotline.caller.result.TicketView;
import cn.wuye.hotline.caller.sound.Correlation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole system, brought up by {@code ./hotline up}, called by the scripts that are shipped. */
@ExtendWith(TheHotline.class)
class CallIT {
  private static final int HALF_SECOND = 4000;
  private static E2e system;

  @BeforeAll
  static void begin(E2e hotline) {
    system = hotline;
    // Those of one number are at once: none has just called.
    system.playTogether(List.of("keys-only", "silence", "noise", "wrong-keys"));
    system.playTogether(
        List.of("keys-unknown", "speech", "hang-up-mid-sentence", "progress", "remember-consent"));
    for (String alone :
        List.of("dialect", "speech-barge-in", "emergency-word", "emergency-key", "person")) {
      system.playTogether(List.of(alone));
    }
  }

  /** The call by a shipped script, which must have gone as the script says. */
  private static E2e.Played followed(String script) {
    E2e.Played played = system.played(script);
    played.call().problem().ifPresent(why -> fail(script + ": " + why));
    return played;
  }

  private static TicketView ticket(String script) {
    return followed(script).ticket().orElseThrow();
  }

  /** The script waits for the good-bye as it was recorded after the start. */
  @Test
  void aPromptThatWasReplacedWhileItRunsIsHeard() {
    followed("keys-only");
  }

  @Test
  void keysOfAKnownCallerMakeATicketWithHerPlace() {
    TicketView ticket = ticket("keys-only");
    assertThat(ticket.channel()).isEqualTo("phone");
    assertThat(ticket.category()).isEqualTo("facilities");
    assertThat(ticket.kind()).isEqualTo("repair");
    assertThat(ticket.place()).contains("阳光花园", "3号楼");
  }

  @Test
  void keysOfAnUnknownCallerMakeATicketWithTheEstateSheKeyed() {
    TicketView ticket = ticket("keys-unknown");
    assertThat(ticket.category()).isEqualTo("environment");
    assertThat(ticket.place()).contains("阳光花园");
  }

  @Test
  void whoAsksWhatBecameOfHerComplaintIsToldAndAddsToIt() {
    TicketView ticket = ticket("progress");
    assertThat(ticket.subcategory()).isEqualTo("lift");
    assertThat(ticket.text()).as("the first words stand").doesNotContain("没有人来修");
  }

  @Test
  void whoAgreesToBeRememberedHasHerTicketFirst() {
    assertThat(ticket("remember-consent").place()).contains("阳光花园", "3号楼");
  }

  @Test
  void spokenWordsBecomeTheRightTicket() {
    if (system.model().isEmpty()) {
      System.out.println(
          "NOT RUN: speech in a real call, there is no Mandarin model (HOTLINE_MODEL)");
      return;
    }
    TicketView ticket = ticket("speech");
    assertThat(ticket.category()).isEqualTo("facilities");
    assertThat(ticket.subcategory()).isEqualTo("lift");
    assertThat(ticket.text()).contains("电梯");
    assertThat(followed("speech").timings().answerGapMs())
        .isNotEmpty()
        .allSatisfy(gap -> assertThat(gap).isLessThan(3000));
  }

  @Test
  void whoAsksForHerDialectIsAskedAgainAndItIsRemembered() throws Exception {
    if (system.model().isEmpty()) {
      System.out.println(
          "NOT RUN: a dialect asked for by voice, there is no Mandarin model (HOTLINE_MODEL)");
      return;
    }
    TicketView ticket = ticket("dialect");
    assertThat(ticket.subcategory()).isEqualTo("lift");
    assertThat(ticket.text()).contains("电梯").doesNotContain("广东");
    String number = followed("dialect").call().script().from().orElseThrow();
    assertThat(system.api("residents?phone=" + number).at("/residents/0/dialect").stringValue(""))
        .isEqualTo("yue");
  }

  @Test
  void bargingInSilencesThePrompt() {
    if (system.model().isEmpty()) {
      System.out.println("NOT RUN: barge-in by speech, there is no Mandarin model (HOTLINE_MODEL)");
      return;
    }
    // Who speaks into a pause of the prompt interrupts nothing, and the next call may.
    for (int again = 0; again < 2 && interruptions().isEmpty(); again++) {
      system.playTogether(List.of("speech-barge-in"));
    }
    assertThat(interruptions())
        .as("%s", system.played("speech-barge-in").call().acts())
        .isNotEmpty()
        .allSatisfy(ms -> assertThat(ms).isLessThan(1000));
  }

  private static List<Integer> interruptions() {
    return followed("speech-barge-in").timings().bargeInMs();
  }

  @Test
  void theStoredRecordingHoldsHerOwnWords() throws Exception {
    E2e.Played played = system.played("hang-up-mid-sentence");
    short[] words =
        played.call().acts().stream()
            .filter(act -> act.kind() == Act.Kind.WORDS)
            .map(Act::sound)
            .findFirst()
            .orElseThrow();
    short[] beginning = Arrays.copyOf(words, 2000 * 8);
    for (short[] recording : system.recordings(played)) {
      assertThat(likeness(beginning, recording)).isGreaterThan(0.6);
    }
    short[] otherWords = Arrays.copyOf(system.otherWords(), 2000 * 8);
    for (short[] recording : system.recordings(played)) {
      assertThat(likeness(otherWords, recording)).isLessThan(0.6);
    }
  }

  /** The median of its half seconds: a frame that came late moves what follows, and no more. */
  private static double likeness(short[] sound, short[] recording) {
    double[] halves =
        IntStream.range(0, sound.length / HALF_SECOND)
            .mapToObj(n -> Arrays.copyOfRange(sound, n * HALF_SECOND, (n + 1) * HALF_SECOND))
            .mapToDouble(half -> Correlation.search(half, recording).likeness())
            .sorted()
            .toArray();
    return (halves[(halves.length - 1) / 2] + halves[halves.length / 2]) / 2;
  }

  @Test
  void whoHangsUpInMidSentenceHasATicket() {
    assertThat(ticket("hang-up-mid-sentence").channel()).isEqualTo("phone");
  }

  @Test
  void emergenciesAreOpenedAndTheEngineerIsReached() {
    assertThat(ticket("emergency-key").urgency()).isEqualTo("emergency");
    if (system.model().isEmpty()) {
      System.out.println("NOT RUN: emergency by word, there is no Mandarin model (HOTLINE_MODEL)");
      return;
    }
    assertThat(ticket("emergency-word").urgency()).isEqualTo("emergency");
  }

  @Test
  void aPersonIsReached() {
    assertThat(followed("person").call().followed()).isTrue();
  }

  @Test
  void silenceEndsKindlyAndMakesNoTicket() {
    assertThat(followed("silence").ticket()).isEmpty();
  }

  @Test
  void wrongKeysLeadOnToTheTicket() {
    assertThat(ticket("wrong-keys").category()).isEqualTo("facilities");
  }

  @Test
  void noiseDoesNotKeepHerFromATicket() {
    assertThat(followed("noise").ticket()).isPresent();
  }
}
