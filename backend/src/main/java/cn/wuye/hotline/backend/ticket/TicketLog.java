package cn.wuye.hotline.backend.ticket;

import org.slf4j.MDC;

/** Puts the ticket's number into every log line of a piece of work. */
final class TicketLog {
  private TicketLog() {}

  static MDC.MDCCloseable of(TicketNumber number) {
    return MDC.putCloseable("ticket", number.toString());
  }
}
