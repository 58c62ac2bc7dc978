package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.live.LiveQueues;
import cn.wuye.hotline.router.live.QueueCommands;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
class QueueConfiguration {
  private static final Duration EVERY = Duration.ofSeconds(5);

  @Bean
  QueueBook queueBook() {
    return new QueueBook();
  }

  @Bean(initMethod = "start")
  Periodically queueRefresh(
      JdbcClient jdbc,
      QueueBook book,
      StormRecordings recordings,
      DatabaseGate gate,
      HotlineProperties hotline,
      LiveQueues queues,
      AmiConnection ami) {
    QueueReader reader = new QueueReader(jdbc);
    QueueRefresh refresh =
        new QueueRefresh(
            () -> book.keep(reader.read(), recordings::sound),
            gate,
            new QueueFolder(hotline.home().resolve("asterisk/etc")),
            queues::now,
            new QueueCommands(ami),
            queues::reread);
    return new Periodically("queues", EVERY, refresh::refresh);
  }
}
