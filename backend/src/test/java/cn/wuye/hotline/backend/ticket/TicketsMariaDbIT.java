package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.database.RealDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class TicketsMariaDbIT extends TicketsCases {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    RealDatabase.of(RealDatabase.Kind.MARIADB)
        .emptySchema(TicketsMariaDbIT.class)
        .register(registry);
  }
}
