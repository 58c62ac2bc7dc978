package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.message.Outbox;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** An application whose time stands still until it is told to go on; who is told what is kept. */
@TestConfiguration(proxyBeanMethods = false)
class TimeTravel {
  /** A Monday, nine o'clock in Shanghai. */
  static final Instant MONDAY_NINE = Instant.parse("2026-03-02T01:00:00Z");

  @Bean
  @Primary
  SettableClock settableClock() {
    return new SettableClock(MONDAY_NINE);
  }

  @Bean
  @Primary
  Outbox keptOutbox() {
    return new KeptOutbox();
  }
}
