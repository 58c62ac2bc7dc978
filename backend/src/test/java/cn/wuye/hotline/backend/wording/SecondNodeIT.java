package cn.wuye.hotline.backend.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.HotlineApplication;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.wording.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Two nodes, one database: what goes live on one is live on the other within seconds. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class SecondNodeIT {
  @Autowired ApplicationContext first;
  @Autowired UserDetailsService users;
  @Autowired WordingDesk desk;
  @TempDir Path home;

  @Test
  void picksUpWhatTheFirstMakesLiveAndKeepsItForAStartAlone() {
    Staff.add(first, "wording-admin", Role.ADMIN);
    SignedInUser admin = (SignedInUser) users.loadUserByUsername("wording-admin");
    try (ConfigurableApplicationContext second = secondNode()) {
      LiveWording there = second.getBean(LiveWording.class);
      assertThat(there.get().version()).isZero();
      Outcome saved =
          desk.save(
              desk.work().number(),
              desk.settings(0).withPrompts(Map.of("goodbye", "祝您平安，再见。")),
              "",
              admin);
      long version = ((Outcome.Done) saved).version();
      desk.goLive(version, desk.work().live(), admin);

      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> there.get().version() == version);
      assertThat(there.get().catalogue().prompt("goodbye").text()).isEqualTo("祝您平安，再见。");
      Wording kept =
          new WordingFile(home.resolve("cache/wording.json"), new CompanyName("甲")).read();
      assertThat(kept.version()).isEqualTo(version);
      assertThat(kept.catalogue().prompt("goodbye").text()).isEqualTo("祝您平安，再见。");

      desk.takeBack(0, version, admin);
      Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> there.get().version() == 0);
    }
  }

  private ConfigurableApplicationContext secondNode() {
    return new SpringApplicationBuilder(HotlineApplication.class)
        .run(
            "--spring.datasource.url=" + property("url"),
            "--spring.datasource.username=" + property("username"),
            "--spring.datasource.password=" + property("password"),
            "--server.port=0",
            "--hotline.node-id=node-2",
            "--hotline.home=" + home,
            "--hotline.telephony.enabled=false");
  }

  private String property(String name) {
    return String.valueOf(first.getEnvironment().getProperty("spring.datasource." + name));
  }
}
