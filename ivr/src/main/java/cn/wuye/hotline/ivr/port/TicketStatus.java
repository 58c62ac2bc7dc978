package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.intent.Intent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where an earlier ticket stands, as it may be told on the phone.
 *
 * @param number the ticket number, digits only
 * @param intent what it is about
 * @param openedOn when the complaint was made, as the caller's calendar has it
 * @param responsible who sees to it and how to reach them; empty when nobody is known
 * @param nextWithin how soon the next step is due; empty when no rule says so, or it is overdue
 * @param own whether the number that calls belongs to the ticket: if not, only the stage may be
 *     told
 */
public record TicketStatus(
    String number,
    Intent intent,
    LocalDate openedOn,
    Stage stage,
    Optional<PhoneLine> responsible,
    Optional<Duration> nextWithin,
    boolean own) {

  /** Where a ticket stands, in the steps that residents know. */
  public enum Stage {
    REGISTERED,
    ACCEPTED,
    DISPATCHED,
    IN_PROGRESS,
    DONE,
    NOT_OUR_DUTY,
    NOT_CONFIRMED,
    WITHDRAWN;

    /** Whether the work is over: what is said now begins a new ticket. */
    public boolean over() {
      return compareTo(DONE) >= 0;
    }
  }
}
