package cn.wuye.hotline.backend.deadline;

import java.time.Duration;

/** Clocks in words, for comparing: {@code solve#1 running due Mon 12:30 left 180}. */
final class Told {
  private Told() {}

  /** The clock that an expectation begins with, or {@code next …} for the next due time. */
  static String like(String expected, Clocks clocks) {
    String key = expected.split(" ")[0];
    if (key.equals("next")) {
      return "next " + clocks.nextDue().map(Week::text).orElse("none");
    }
    if (key.equals("rule")) {
      return "rule " + clocks.rule().map(rule -> rule.ref().toString()).orElse("none");
    }
    if (key.equals("worst")) {
      String kind = expected.split(" ")[1];
      return clocks.all().stream()
          .filter(clock -> clock.kind().code().equals(kind))
          .findFirst()
          .flatMap(clock -> clocks.worst(clock.kind()))
          .map(left -> "worst " + kind + " left " + minutes(left))
          .orElse("worst " + kind + " none");
    }
    return clocks.all().stream()
        .filter(clock -> clock.key().toString().equals(key))
        .findFirst()
        .map(Told::clock)
        .orElse(key + " none");
  }

  private static String clock(TicketClock clock) {
    String due = clock.due() == null ? "no due" : "due " + Week.text(clock.due());
    return clock.key()
        + " "
        + clock.state().code()
        + " "
        + due
        + " left "
        + minutes(clock.left())
        + (clock.rule().version() == 1 ? "" : " v" + clock.rule().version());
  }

  private static String minutes(Duration left) {
    String seconds = left.toSecondsPart() == 0 ? "" : ":" + Math.abs(left.toSecondsPart());
    return left.toMinutes() + seconds;
  }
}
