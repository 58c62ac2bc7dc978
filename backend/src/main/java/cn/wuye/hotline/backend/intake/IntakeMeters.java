package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.number.NumberStock;
import cn.wuye.hotline.backend.intake.spool.Spool;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What waits to be taken in, and what could not be, as figures. */
@Component
final class IntakeMeters implements MeterBinder {
  private final Journal journal;
  private final Spool spool;
  private final LiveCalls live;
  private final NumberStock numbers;
  private final RejectedItems rejected;
  private final DatabaseGate gate;

  IntakeMeters(
      Journal journal,
      Spool spool,
      LiveCalls live,
      NumberStock numbers,
      RejectedItems rejected,
      DatabaseGate gate) {
    this.journal = journal;
    this.spool = spool;
    this.live = live;
    this.numbers = numbers;
    this.rejected = rejected;
    this.gate = gate;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    gauge(meters, "hotline.calls.in.progress", "Calls talking now", m -> m.live.count());
    gauge(
        meters,
        "hotline.journal.calls",
        "Calls whose journal is not settled, those in progress included",
        m -> m.journal.atWork().size());
    gauge(
        meters,
        "hotline.spool.calls",
        "Calls whose recordings are not taken in, those in progress included",
        m -> m.spool.calls().size());
    gauge(
        meters,
        "hotline.rejected.items",
        "Calls and recordings that wait for a person",
        m -> m.rejected.list().size());
    gauge(
        meters,
        "hotline.ticket.numbers.left",
        "Ticket numbers in stock, for an outage of the database",
        m -> m.numbers.left());
    gauge(
        meters,
        "hotline.database.open",
        "1 while the database is there, 0 while tickets wait for it",
        m -> m.gate.isOpen() ? 1 : 0);
  }

  private void gauge(
      MeterRegistry meters, String name, String says, ToDoubleFunction<IntakeMeters> value) {
    Gauge.builder(name, this, value).description(says).register(meters);
  }
}
