package cn.wuye.hotline.backend.queue.history;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.router.live.LiveQueues;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
class QueueHistoryConfiguration {
  private static final Duration EVERY = Duration.ofSeconds(1);

  @Bean
  Writer queueHistory(
      JdbcTemplate template,
      Transactions transactions,
      HotlineProperties hotline,
      DatabaseGate gate,
      LiveQueues queues) {
    QueueHistory history =
        new QueueHistory(new QueueRows(template, transactions, hotline.nodeId()), gate);
    queues.addListener(history);
    return new Writer(history, new Periodically("queue-history", EVERY, history::write));
  }

  /** Writes every second, and once more at the end. */
  record Writer(QueueHistory history, Periodically work) implements AutoCloseable {
    Writer {
      work.start();
    }

    @Override
    public void close() {
      work.close();
      history.write();
    }
  }
}
