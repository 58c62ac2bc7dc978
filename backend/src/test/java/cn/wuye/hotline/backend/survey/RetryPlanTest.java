package cn.wuye.hotline.backend.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.calendar.ShippedCalendar;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.survey.NextCall.CallAt;
import cn.wuye.hotline.backend.survey.NextCall.Done;
import cn.wuye.hotline.backend.survey.NextCall.Person;
import cn.wuye.hotline.backend.survey.NextCall.Unreached;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPlanTest {
  private static final CallingHours HOURS =
      new CallingHours(CallRules.shipped(), ShippedCalendar.read());
  private static final RetryPlan PLAN = new RetryPlan(HOURS);

  /** A Tuesday. */
  private static final String DAY = "2026-11-24T";

  @ParameterizedTest
  @CsvSource({
    "ANSWERED, 10:00, done",
    "DECLINED, 10:00, unreached 2026-11-24T10:00",
    "STRANGER, 10:00, person",
    "UNREACHABLE, 10:00, person and sms",
    "BUSY, 10:00, call 2026-11-24T10:10",
    "BUSY, 20:55, call 2026-11-25T08:00",
    // three hours later, at another time of day
    "NO_ANSWER, 10:00, call 2026-11-24T13:00",
    "NO_ANSWER, 08:00, call 2026-11-24T12:00",
    "NO_ANSWER, 13:00, call 2026-11-24T17:00",
    "NO_ANSWER, 16:30, call 2026-11-24T19:30",
    "NO_ANSWER, 19:00, call 2026-11-25T08:00",
    "MACHINE, 10:00, call 2026-11-24T13:00",
    "LOST, 10:00, call 2026-11-24T13:00",
    "REJECTED, 10:00, call 2026-11-25T08:00",
    "HUNG_UP, 10:00, call 2026-11-25T08:00",
    "CONGESTION, 10:00, call 2026-11-24T10:05",
    "POSTPONED, 10:00, call 2026-11-24T13:00",
  })
  void everyOutcomeHasItsRule(CallOutcome outcome, String at, String next) {
    assertThat(told(next(Callee.ANYBODY, Optional.empty(), at + " " + outcome))).isEqualTo(next);
  }

  @Test
  void theOldArePhonedAgainInTheirHours() {
    Callee old = new Callee(true, List.of());

    assertThat(told(next(old, Optional.empty(), "11:00 NO_ANSWER")))
        .isEqualTo("call 2026-11-24T14:30");
    assertThat(told(next(old, Optional.empty(), "19:55 BUSY"))).isEqualTo("call 2026-11-25T09:00");
  }

  @Test
  void whoIsReachedOnlyInOnePartOfTheDayIsPhonedInThatAgain() {
    Callee evenings = new Callee(false, List.of(Frame.parse("18:00-20:00")));

    assertThat(told(next(evenings, Optional.empty(), "18:30 NO_ANSWER")))
        .isEqualTo("call 2026-11-25T18:00");
  }

  @Test
  void busyThreeTimesIsOnceInVain() {
    assertThat(told(next("10:00 BUSY", "10:10 BUSY"))).isEqualTo("call 2026-11-24T10:20");
    assertThat(told(next("10:00 BUSY", "10:10 BUSY", "10:20 BUSY")))
        .isEqualTo("call 2026-11-24T13:20");
    assertThat(RetryPlan.unreached(attempts("10:00 BUSY", "10:10 BUSY"))).isZero();
    assertThat(RetryPlan.unreached(attempts("10:00 BUSY", "10:10 BUSY", "10:20 BUSY"))).isOne();
    assertThat(
            RetryPlan.unreached(
                attempts("10:00 BUSY", "10:10 BUSY", "10:15 CONGESTION", "10:20 BUSY")))
        .isOne();
    assertThat(RetryPlan.unreached(attempts("10:00 BUSY", "10:10 BUSY", "13:00 NO_ANSWER")))
        .isOne();
  }

  @Test
  void whatFailsOnOurSideDoesNotCountAndBacksOff() {
    assertThat(told(next("10:00 CONGESTION", "10:05 CONGESTION")))
        .isEqualTo("call 2026-11-24T10:15");
    assertThat(
            told(
                next(
                    "10:00 CONGESTION",
                    "10:05 CONGESTION",
                    "10:15 CONGESTION",
                    "10:35 CONGESTION",
                    "11:15 CONGESTION",
                    "12:35 CONGESTION")))
        .isEqualTo("call 2026-11-24T13:55");
    assertThat(RetryPlan.unreached(attempts("10:00 CONGESTION", "10:05 CONGESTION"))).isZero();
  }

  /** Else who has a number that the carrier never takes would be phoned for ever. */
  @Test
  void whatFailsOnOurSideForDaysIsLeftToAPerson() {
    List<String> course = course(CallOutcome.CONGESTION, "10:00", Callee.ANYBODY);

    assertThat(course).hasSizeBetween(20, 60).endsWith("person and sms");
    assertThat(course.get(course.size() - 2)).startsWith("call 2026-11-27T1");
  }

  @Test
  void rejectedTwiceNobodyIsPhonedAgain() {
    assertThat(told(next("10:00 REJECTED", "2026-11-25T09:00 REJECTED")))
        .isEqualTo("unreached 2026-11-27T10:00");
    assertThat(told(next("10:00 REJECTED", "2026-11-25T09:00 HUNG_UP")))
        .isEqualTo("unreached 2026-11-27T10:00");
  }

  @Test
  void anHourThatWasAskedForIsKeptWhateverSheUsuallyWants() {
    Callee evenings = new Callee(false, List.of(Frame.parse("18:00-20:00")));
    Optional<Instant> three = Optional.of(local(DAY + "15:00"));

    assertThat(told(next(evenings, three, "10:00 POSTPONED"))).isEqualTo("call 2026-11-24T15:00");
    assertThat(told(next(Callee.ANYBODY, Optional.of(local(DAY + "23:00")), "10:00 POSTPONED")))
        .isEqualTo("call 2026-11-25T08:00");
  }

  @Test
  void whoPutsItOffForTheFourthTimeIsLeftAlone() {
    String[] often = {"10:00 POSTPONED", "11:00 POSTPONED", "12:00 POSTPONED", "13:00 POSTPONED"};

    assertThat(told(next(Callee.ANYBODY, Optional.of(local(DAY + "15:00")), often)))
        .isEqualTo("unreached 2026-11-27T10:00");
  }

  /** From the first call on, until nothing more is done. */
  @Test
  void whoNeverAnswersIsPhonedOverThreeDaysAtDifferentTimesAndThenUnreached() {
    List<String> course = course(CallOutcome.NO_ANSWER, "10:00", Callee.ANYBODY);

    assertThat(course)
        .containsExactly(
            "call 2026-11-24T13:00",
            "call 2026-11-25T08:00",
            "call 2026-11-26T12:00",
            "call 2026-11-27T08:00",
            "unreached 2026-11-27T10:00");
  }

  @Test
  void twiceInVainIsNotEnoughBeforeThreeDays() {
    assertThat(told(next("10:00 NO_ANSWER", "13:00 NO_ANSWER"))).startsWith("call 2026-11-25");
  }

  /** Any course of outcomes, for residents of every kind, ends, and keeps to the hours. */
  @Test
  void everyCourseEndsAndKeepsToTheHours() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    CallOutcome[] outcomes = CallOutcome.values();
    for (int i = 0; i < 400; i++) {
      Callee callee = new Callee(random.nextBoolean(), List.of());
      List<CallAttempt> attempts = new ArrayList<>();
      Instant now =
          HOURS.next(local(DAY + "08:00").plusSeconds(random.nextInt(900_000)), callee, List.of());
      boolean going = true;
      while (going) {
        assertThat(HOURS.allowed(now, callee, times(attempts)))
            .as("seed %d, case %d, %s", seed, i, attempts)
            .isTrue();
        attempts.add(new CallAttempt(now, outcomes[random.nextInt(outcomes.length)]));
        assertThat(attempts).as("seed %d, case %d", seed, i).hasSizeLessThan(60);
        NextCall next = PLAN.next(attempts, Optional.empty(), callee, times(attempts), now);
        if (next instanceof CallAt call) {
          assertThat(call.at()).as("seed %d, case %d", seed, i).isAfter(now);
          now = call.at();
        }
        going = next instanceof CallAt;
      }
    }
  }

  @Test
  void withoutACallThereIsNoNext() {
    assertThatThrownBy(
            () ->
                PLAN.next(
                    List.of(), Optional.empty(), Callee.ANYBODY, List.of(), local(DAY + "10:00")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> course(CallOutcome outcome, String first, Callee callee) {
    List<String> course = new ArrayList<>();
    List<CallAttempt> attempts = new ArrayList<>(attempts(first + " " + outcome));
    while (true) {
      Instant now = attempts.get(attempts.size() - 1).at().plus(Duration.ofMinutes(1));
      NextCall next = PLAN.next(attempts, Optional.empty(), callee, times(attempts), now);
      course.add(told(next));
      if (!(next instanceof CallAt call)) {
        return course;
      }
      attempts.add(new CallAttempt(call.at(), outcome));
    }
  }

  private static NextCall next(String... attempts) {
    return next(Callee.ANYBODY, Optional.empty(), attempts);
  }

  private static NextCall next(Callee callee, Optional<Instant> asked, String... described) {
    List<CallAttempt> attempts = attempts(described);
    Instant last = attempts.get(attempts.size() - 1).at();
    return PLAN.next(attempts, asked, callee, times(attempts), last);
  }

  /** "10:00 BUSY" on the first day, or "2026-11-25T09:00 BUSY". */
  private static List<CallAttempt> attempts(String... described) {
    return Arrays.stream(described)
        .map(each -> each.split(" ", -1))
        .map(
            parts ->
                new CallAttempt(
                    local(parts[0].length() > 5 ? parts[0] : DAY + parts[0]),
                    CallOutcome.valueOf(parts[1])))
        .toList();
  }

  /** What failed on our side was no call to her. */
  private static List<Instant> times(List<CallAttempt> attempts) {
    return attempts.stream()
        .filter(each -> each.outcome() != CallOutcome.CONGESTION)
        .map(CallAttempt::at)
        .toList();
  }

  private static String told(NextCall next) {
    if (next instanceof CallAt call) {
      return "call " + time(call.at());
    }
    if (next instanceof Unreached unreached) {
      return "unreached " + time(unreached.at());
    }
    if (next instanceof Person person) {
      return person.sms() ? "person and sms" : "person";
    }
    assertThat(next).isEqualTo(new Done());
    return "done";
  }

  private static LocalDateTime time(Instant at) {
    return LocalDateTime.ofInstant(at, WorkingCalendar.CHINA);
  }

  private static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(WorkingCalendar.CHINA).toInstant();
  }
}
