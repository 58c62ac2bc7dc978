package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.database.RealDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class OutboxMariaDbIT extends OutboxCases {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    RealDatabase.of(RealDatabase.Kind.MARIADB)
        .emptySchema(OutboxMariaDbIT.class)
        .register(registry);
    properties(registry);
  }
}
