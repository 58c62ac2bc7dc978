package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Verb;
import java.time.Instant;
import java.util.List;

/**
 * A made-up ticket before it has a number.
 *
 * @param resident index of who reported it
 * @param subcategory a code
 * @param steps what was done to it since, in order of time, not after now
 */
record SampleTicket(
    Instant openedAt,
    int resident,
    Channel channel,
    String subcategory,
    SampleLine line,
    String text,
    boolean unfinished,
    List<SampleStep> steps) {

  boolean isPlainLift() {
    return subcategory.equals("lift") && !line.urgency().equals("emergency");
  }

  /** A ticket like it: told by somebody else at another time, accepted and not yet seen to. */
  SampleTicket accepted(int reporter, Instant at) {
    return new SampleTicket(
        at,
        reporter,
        Channel.PHONE,
        subcategory,
        line,
        "我们楼的电梯又坏了，按了没反应",
        false,
        List.of(
            new SampleStep(
                at.plusSeconds(900), "user:李静", Verb.ACCEPT, State.NEW, State.ACCEPTED, "")));
  }
}
