package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.database.RealDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class TicketsMySqlIT extends TicketsCases {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    RealDatabase.of(RealDatabase.Kind.MYSQL).emptySchema(TicketsMySqlIT.class).register(registry);
  }
}
