package cn.wuye.hotline.backend.related.watch;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.related.RelatedProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Runs {@link Relating} on this node, now and then. */
@Component
class RelationWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RelationWorker.class);

  private final RelatedProperties properties;
  private final Periodically work;

  RelationWorker(Relating relating, RelatedProperties properties, DatabaseGate gate) {
    this.properties = properties;
    this.work = new Periodically("related", properties.poll(), () -> round(relating, gate));
  }

  private static void round(Relating relating, DatabaseGate gate) {
    try {
      gate.run(relating::round);
    } catch (DatabaseAwayException e) {
      log.debug("Tickets wait to be compared: {}", e.getMessage());
    }
  }

  @EventListener
  @Order
  void on(SchemaReady ready) {
    if (properties.automatic()) {
      work.start();
    }
  }

  @Override
  public void close() {
    work.close();
  }
}
