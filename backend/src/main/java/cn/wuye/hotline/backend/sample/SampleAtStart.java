package cn.wuye.hotline.backend.sample;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads sample data at start where it is asked for. */
@Component
@Order(20)
@ConditionalOnBooleanProperty("hotline.sample.load")
class SampleAtStart implements ApplicationRunner {
  private final SampleData sample;

  SampleAtStart(SampleData sample) {
    this.sample = sample;
  }

  @Override
  public void run(ApplicationArguments args) {
    sample.load();
  }
}
