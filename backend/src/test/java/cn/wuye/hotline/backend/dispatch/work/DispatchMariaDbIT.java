package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.database.RealDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class DispatchMariaDbIT extends DispatchCases {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    RealDatabase.of(RealDatabase.Kind.MARIADB)
        .emptySchema(DispatchMariaDbIT.class)
        .register(registry);
  }
}
