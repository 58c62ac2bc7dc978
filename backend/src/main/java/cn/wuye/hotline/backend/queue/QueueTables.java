package cn.wuye.hotline.backend.queue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queues and agents as they stand in the database now. */
@Component
public class QueueTables {
  private final QueueReader reader;

  QueueTables(JdbcClient jdbc) {
    this.reader = new QueueReader(jdbc);
  }

  public QueueData read() {
    return reader.read();
  }
}
