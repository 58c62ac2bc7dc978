package cn.wuye.hotline.backend.ticket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts the tickets that this node opened. */
@Component
class TicketMeters {
  private final MeterRegistry meters;

  TicketMeters(MeterRegistry meters) {
    this.meters = meters;
    for (Urgency urgency : Urgency.values()) {
      opened(Channel.PHONE, urgency);
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(TicketHappened event) {
    if (event.what() instanceof Happening.Opened opened) {
      opened(opened.channel(), opened.urgency()).increment();
    }
  }

  private Counter opened(Channel channel, Urgency urgency) {
    return Counter.builder("hotline.tickets.opened")
        .description("Tickets by how the complaint came and how urgent it was at first")
        .tag("channel", channel.code())
        .tag("urgency", urgency.code())
        .register(meters);
  }
}
