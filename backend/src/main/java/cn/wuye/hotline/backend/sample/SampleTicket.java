package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.ticket.Channel;
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
    List<SampleStep> steps) {}
