package cn.wuye.hotline.backend.floor.book;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.floor.Book;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.queue.Lent;
import cn.wuye.hotline.backend.queue.QueueData;
import cn.wuye.hotline.backend.queue.QueueManner;
import cn.wuye.hotline.backend.queue.QueueReader;
import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.Skill;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what there is; a queue or an agent that cannot be one is left out. */
@Component
class BookReader {
  private final JdbcClient jdbc;
  private final QueueReader queues;

  BookReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.queues = new QueueReader(jdbc);
  }

  Book read() {
    QueueData data = queues.read();
    Map<String, String> names = data.agentNames();
    return new Book(
        data.queues().stream()
            .collect(toMap(QueueDefinition::code, queue -> queue(queue, data.manner(queue)))),
        data.agents().stream()
            .collect(
                toMap(
                    AgentProfile::extension,
                    agent -> person(agent, names, data.lent().get(agent.extension())))),
        estates());
  }

  private static Book.Queue queue(QueueDefinition queue, QueueManner manner) {
    return new Book.Queue(
        queue.code(),
        queue.title(),
        queue.skills().stream()
            .filter(skill -> skill.kind() == Skill.Kind.DIALECT)
            .map(Skill::value)
            .collect(toSet()),
        ids(queue.estates()),
        manner.hands());
  }

  private static Book.Person person(
      AgentProfile agent, Map<String, String> names, @Nullable Lent lent) {
    return new Book.Person(
        agent.extension(),
        names.getOrDefault(agent.extension(), agent.extension()),
        ids(agent.estates()),
        lent == null ? null : new Book.Loan(lent.queue(), lent.until()));
  }

  private static Set<EstateId> ids(Set<String> estates) {
    return estates.stream().map(EstateId::parse).collect(toSet());
  }

  private Map<EstateId, String> estates() {
    Map<EstateId, String> estates = new HashMap<>();
    jdbc.sql("SELECT id, name FROM estate")
        .query(
            row -> {
              estates.put(new EstateId(row.getLong("id")), Columns.text(row, "name"));
            });
    return estates;
  }
}
