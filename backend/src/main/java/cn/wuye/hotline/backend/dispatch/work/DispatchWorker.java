package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs {@link AutomaticDispatch} on this node: now and then, and at once for a new emergency. */
@Component
class DispatchWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DispatchWorker.class);

  private final DispatchProperties properties;
  private final Periodically work;

  DispatchWorker(AutomaticDispatch dispatch, DispatchProperties properties, DatabaseGate gate) {
    this.properties = properties;
    this.work = new Periodically("dispatch", properties.poll(), () -> round(dispatch, gate));
  }

  private static void round(AutomaticDispatch dispatch, DatabaseGate gate) {
    try {
      gate.run(dispatch::round);
    } catch (DatabaseAwayException e) {
      log.debug("Tickets wait to be dispatched: {}", e.getMessage());
    }
  }

  @EventListener
  @Order
  void on(SchemaReady ready) {
    if (properties.automatic()) {
      work.start();
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(TicketHappened event) {
    if (event.what() instanceof Happening.Opened) {
      work.now();
    }
  }

  @Override
  public void close() {
    work.close();
  }
}
