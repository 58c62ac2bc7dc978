package cn.wuye.hotline.backend.ticket;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts the ticket's number into every log line of a piece of work; a call's thread, which carries
 * the number already, keeps it afterwards.
 */
record TicketLog(@Nullable String before) implements AutoCloseable {
  private static final String KEY = "ticket";

  static TicketLog of(TicketNumber number) {
    TicketLog log = new TicketLog(MDC.get(KEY));
    MDC.put(KEY, number.toString());
    return log;
  }

  @Override
  public void close() {
    if (before == null) {
      MDC.remove(KEY);
    } else {
      MDC.put(KEY, before);
    }
  }
}
