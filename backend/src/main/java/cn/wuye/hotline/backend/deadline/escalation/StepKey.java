package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.deadline.ClockKey;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;

/**
 * Names a step once and for all: a unique key in the database lets only one node take it. A due
 * time that moves makes a new key, so it may warn again.
 *
 * @param step {@code warn-50}, {@code missed-owner}, {@code unsolved}
 */
public record StepKey(TicketNumber ticket, ClockKey clock, String step, Instant due) {

  /**
   * For one column: {@code 1000008|solve#1|warn-50|2026-11-25T10:00:00Z}; at most 120 characters.
   */
  public String text() {
    return ticket + "|" + clock + "|" + step + "|" + due;
  }
}
