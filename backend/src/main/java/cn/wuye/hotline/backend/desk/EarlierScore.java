package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;

/**
 * How a caller judged earlier work.
 *
 * @param satisfaction 5 very satisfied to 1
 * @param solved {@code solved, partly, not-solved}; empty when she did not say
 */
public record EarlierScore(
    TicketNumber ticket, Instant at, int satisfaction, String solved, boolean dissatisfied) {}
