package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.router.queue.Membership;
import cn.wuye.hotline.router.queue.Memberships;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which queues the agent at a phone belongs, as the database says now. */
@Component
public class AgentQueues {
  private final QueueReader reader;

  AgentQueues(JdbcClient jdbc) {
    this.reader = new QueueReader(jdbc);
  }

  /** Empty when nobody who may take calls is at that phone, or she has the skills of no queue. */
  public List<Membership> of(String extension) {
    QueueData data = reader.read();
    return data.agent(extension)
        .map(agent -> Memberships.of(agent, data.queues(), data.regions(), data.lentTo()))
        .orElse(List.of());
  }
}
