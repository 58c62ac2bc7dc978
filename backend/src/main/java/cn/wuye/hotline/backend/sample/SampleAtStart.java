package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.database.SchemaReady;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads sample data at start where it is asked for. */
@Component
@ConditionalOnBooleanProperty("hotline.sample.load")
class SampleAtStart {
  private final SampleData sample;

  SampleAtStart(SampleData sample) {
    this.sample = sample;
  }

  @EventListener
  @Order(20)
  void load(SchemaReady now) {
    sample.load();
  }
}
