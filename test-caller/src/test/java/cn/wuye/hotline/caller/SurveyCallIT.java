package cn.wuye.hotline.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.caller.call.Act;
import cn.wuye.hotline.caller.sound.Correlation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The hotline phones back: residents of solved tickets are rung by the campaign, over Asterisk, and
 * played by the scripts that are shipped. By an hour's rules that allow any.
 */
@ExtendWith(TheHotline.class)
class SurveyCallIT {
  /** That of the sample's estates. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static E2e system;
  private static Residents residents;

  @BeforeAll
  static void phone(E2e hotline) throws Exception {
    system = hotline;
    residents = new Residents(system);
    List<String> scripts =
        new ArrayList<>(
            List.of(
                "survey-keys",
                "survey-dissatisfied",
                "survey-later",
                "survey-hangs-up",
                "survey-hangs-up-at-once",
                "survey-voicemail",
                "survey-no-answer",
                "survey-busy",
                "survey-rejected",
                "survey-unknown"));
    system.model().ifPresent(model -> scripts.add("survey-not-solved"));
    residents.arePhoned(scripts);
  }

  /** What became of her whose call went as the shipped script says. */
  private static Asked followed(String script) {
    Asked asked = residents.asked(script);
    asked.call().problem().ifPresent(why -> fail(script + ": " + why));
    return asked;
  }

  private static ZonedDateTime again(Asked asked) {
    return asked.due().orElseThrow().atZone(CHINA);
  }

  /** Morning, afternoon, evening: who does not answer in one may in another. */
  private static int part(Instant moment) {
    LocalTime time = moment.atZone(CHINA).toLocalTime();
    return time.getHour() < 12 ? 0 : time.getHour() < 17 ? 1 : 2;
  }

  private static void waits(Asked asked, String outcome) {
    assertThat(asked.outcome()).isEqualTo(outcome);
    assertThat(asked.state()).isEqualTo("planned");
    assertThat(asked.ticketState()).isEqualTo("solved");
    assertThat(asked.solved()).isEmpty();
  }

  /** In three hours at the earliest, and in another part of the day. */
  private static void waitsForAnotherPartOfTheDay(Asked asked) {
    Instant due = asked.due().orElseThrow();
    assertThat(due)
        .isBetween(
            asked.ended().plus(Duration.ofHours(3)).minusSeconds(60),
            asked.ended().plus(Duration.ofHours(16)));
    assertThat(part(due)).isNotEqualTo(part(asked.ended()));
  }

  private static void waitsForTomorrow(Asked asked) {
    assertThat(again(asked).toLocalDate())
        .isEqualTo(asked.ended().atZone(CHINA).toLocalDate().plusDays(1));
  }

  @Test
  void whoIsSatisfiedByKeyHasHerTicketArchived() {
    Asked asked = followed("survey-keys");
    assertThat(asked.outcome()).isEqualTo("answered");
    assertThat(asked.state()).isEqualTo("answered");
    assertThat(asked.solved()).isEqualTo("solved");
    assertThat(asked.satisfaction()).isEqualTo(4);
    assertThat(asked.ticketState()).isEqualTo("archived");
    assertThat(asked.due()).isEmpty();
  }

  @Test
  void whoIsDissatisfiedHasTheWorkBeginAgainWithHerRecording() throws Exception {
    Asked asked = followed("survey-dissatisfied");
    assertThat(asked.outcome()).isEqualTo("answered");
    assertThat(asked.solved()).isEqualTo("not-solved");
    assertThat(asked.satisfaction()).isEqualTo(1);
    assertThat(asked.dissatisfied()).isTrue();
    assertThat(asked.ticketState()).isIn("accepted", "dispatched", "in-progress");
    assertThat(asked.task()).isEqualTo("phone");
    assertThat(system.recordingsOf(asked.id())).isNotEmpty();
  }

  @Test
  void whoSaysThatItIsNotSolvedIsUnderstood() {
    if (system.model().isEmpty()) {
      System.out.println(
          "NOT RUN: a survey answered by voice, there is no Mandarin model (HOTLINE_MODEL)");
      return;
    }
    Asked asked = followed("survey-not-solved");
    assertThat(asked.solved()).isEqualTo("not-solved");
    assertThat(asked.dissatisfied()).isTrue();
    assertThat(asked.ticketState()).isIn("accepted", "dispatched", "in-progress");
  }

  @Test
  void whoHasNoTimeIsPhonedAtTheHourSheKeyedOrInAnHourWhenThatIsOver() {
    Asked asked = followed("survey-later");
    waits(asked, "postponed");
    ZonedDateTime keyed = asked.ended().atZone(CHINA).with(LocalTime.of(15, 0));
    ZonedDateTime wanted =
        keyed.toInstant().isAfter(asked.ended())
            ? keyed
            : asked.ended().plus(1, ChronoUnit.HOURS).atZone(CHINA);
    assertThat(again(asked)).isCloseTo(wanted, within(2, ChronoUnit.MINUTES));
  }

  @Test
  void whoHangsUpInTheMiddleHasAnsweredWhatSheAnswered() {
    Asked asked = followed("survey-hangs-up");
    assertThat(asked.outcome()).isEqualTo("answered");
    assertThat(asked.solved()).isEqualTo("solved");
    assertThat(asked.satisfaction()).isZero();
    assertThat(asked.ticketState()).isEqualTo("archived");
  }

  @Test
  void whoHangsUpBeforeTheFirstAnswerIsPhonedTomorrow() {
    Asked asked = followed("survey-hangs-up-at-once");
    waits(asked, "hung-up");
    waitsForTomorrow(asked);
  }

  @Test
  void aMachineIsLeftAMessageAndCountsAsUnreached() {
    Asked asked = followed("survey-voicemail");
    waits(asked, "machine");
    waitsForAnotherPartOfTheDay(asked);
  }

  @Test
  void whoDoesNotAnswerIsPhonedAtAnotherTimeOfDay() {
    Asked asked = followed("survey-no-answer");
    waits(asked, "no-answer");
    waitsForAnotherPartOfTheDay(asked);
  }

  @Test
  void whoMissedTheCallPhonesBackAndAnswersThereAndThen() throws Exception {
    followed("survey-no-answer");

    Asked back = residents.phonesBack("survey-no-answer", "phoned-back");

    back.call().problem().ifPresent(why -> fail("phoned-back: " + why));
    assertThat(back.outcome()).isEqualTo("no-answer");
    assertThat(back.state()).isEqualTo("answered");
    assertThat(back.solved()).isEqualTo("solved");
    assertThat(back.satisfaction()).isEqualTo(5);
    assertThat(back.ticketState()).isEqualTo("archived");
  }

  @Test
  void whoIsBusyIsPhonedInTenMinutes() {
    Asked asked = followed("survey-busy");
    waits(asked, "busy");
    assertThat(asked.due().orElseThrow())
        .isCloseTo(asked.ended().plus(10, ChronoUnit.MINUTES), within(1, ChronoUnit.MINUTES));
  }

  @Test
  void whoRejectsTheCallIsPhonedTomorrow() {
    Asked asked = followed("survey-rejected");
    waits(asked, "rejected");
    waitsForTomorrow(asked);
  }

  /** By one of the sample's residents, whose home the dialog knows; the others call by keys. */
  @Test
  void whoReportedItByVoiceHearsHerOwnWordsInTheGreeting() throws Exception {
    if (system.model().isEmpty()) {
      System.out.println(
          "NOT RUN: her own words in a survey, there is no Mandarin model (HOTLINE_MODEL)");
      return;
    }
    E2e.Played reported = system.play("speech", "13800001777");
    reported.call().problem().ifPresent(why -> fail("speech: " + why));
    residents.hearOwnWords(reported.ticket().orElseThrow().number());
    short[] words = spoken(reported);
    await("the recording of her call")
        .atMost(Duration.ofSeconds(30))
        .ignoreException(IOException.class)
        .until(() -> !system.recordings(reported).isEmpty());

    Asked asked = residents.isPhonedBack(reported, "survey-own-words");

    asked.call().problem().ifPresent(why -> fail("survey-own-words: " + why));
    assertThat(asked.solved()).isEqualTo("solved");
    assertThat(asked.ticketState()).isEqualTo("archived");
    short[] heard = asked.call().heard().all();
    assertThat(Correlation.search(words, heard).likeness()).isGreaterThan(0.6);
    assertThat(Correlation.search(system.otherWords(), heard).likeness()).isLessThan(0.4);
    short[] unasked = residents.asked("survey-keys").call().heard().all();
    assertThat(Correlation.search(words, unasked).likeness())
        .as("in a survey of somebody else")
        .isLessThan(0.4);
  }

  /** The first that she said, as she said it. */
  private static short[] spoken(E2e.Played call) {
    return call.call().acts().stream()
        .filter(act -> act.kind() == Act.Kind.WORDS)
        .map(Act::sound)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNumberThatDoesNotExistIsLeftToAPerson() {
    Asked asked = followed("survey-unknown");
    assertThat(asked.outcome()).isEqualTo("unreachable");
    assertThat(asked.state()).isEqualTo("person");
    assertThat(asked.task()).isEqualTo("find");
    assertThat(asked.ticketState()).isEqualTo("solved");
    assertThat(asked.due()).isEmpty();
  }

  @Test
  void whoIsDrawnForAPollAnswersByKeyAndIsInItsFigures() throws Exception {
    PolledResident drawn = new PolledResident(system, "13920000901");

    drawn.isPhoned("poll-keys");

    JsonNode results = drawn.answered().path("results");
    assertThat(counted(results.path(0))).containsExactly("5: 1");
    assertThat(counted(results.path(1))).containsExactly("2: 1");
    assertThat(results.path(2).path("answers").asInt()).isZero();
    await("her recording")
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(() -> assertThat(system.recordingsOf(drawn.call())).isNotEmpty());
  }

  @Test
  void whoMissedTheCallForAPollIsToldSoWhenShePhonesBackAndAnswersIt() throws Exception {
    PolledResident drawn = new PolledResident(system, "13920000902");
    drawn.isPhoned("survey-no-answer");

    drawn.phonesBack("phoned-back-poll");

    assertThat(counted(drawn.answered().path("results").path(0))).containsExactly("4: 1");
  }

  /** The answers that somebody has given, with how many. */
  private static List<String> counted(JsonNode result) {
    return result
        .path("shares")
        .valueStream()
        .filter(share -> share.path("count").asInt() > 0)
        .map(share -> share.path("value").asInt() + ": " + share.path("count").asInt())
        .toList();
  }
}
