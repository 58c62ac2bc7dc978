package cn.wuye.hotline.caller.result;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Prints results, for programs or for people. */
public final class Report {
  private Report() {}

  public static void print(PrintWriter out, List<CallResult> results, boolean json, boolean many) {
    if (json) {
      String objects = results.stream().map(CallResult::json).collect(Collectors.joining(","));
      out.println(many ? "[" + objects + "]" : objects);
    } else {
      results.forEach(result -> print(out, result));
    }
    out.flush();
  }

  private static void print(PrintWriter out, CallResult result) {
    for (Turn turn : result.turns()) {
      out.printf(
          "%7.2f–%7.2f s  %-7s %-8s %s%s%n",
          turn.startMs() / 1000.0,
          turn.endMs() / 1000.0,
          turn.who(),
          turn.kind(),
          turn.key().isEmpty() ? "" : "[" + turn.key() + "] ",
          turn.text());
    }
    out.println("answer gaps: " + result.timings().answerGapMs() + " ms");
    out.println("barge-in to silence: " + result.timings().bargeInMs() + " ms");
    TicketView ticket = result.ticket();
    out.println(
        ticket == null
            ? "ticket: none"
            : "ticket: %s, %s/%s, %s, %s, %s: %s"
                .formatted(
                    ticket.number(),
                    ticket.category(),
                    ticket.subcategory(),
                    ticket.urgency(),
                    ticket.place(),
                    ticket.state(),
                    ticket.text()));
    out.println(result.followed() ? "the script was followed" : "the script was NOT followed");
  }
}
