package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.HotlineApplication;
import cn.wuye.hotline.backend.database.RealDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = {HotlineApplication.class, TimeTravel.class})
class ChaseMariaDbIT extends ChaseCases {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(ChaseMariaDbIT.class).register(registry);
  }
}
