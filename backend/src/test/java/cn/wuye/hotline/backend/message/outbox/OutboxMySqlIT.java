package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.database.RealDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class OutboxMySqlIT extends CallCases {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    RealDatabase.of(RealDatabase.Kind.MYSQL).emptySchema(OutboxMySqlIT.class).register(registry);
    properties(registry);
  }
}
