package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueLimits;
import cn.wuye.hotline.router.queue.Skill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads queues and agents. What cannot be one is left out, and said: the others go on. */
public class QueueReader {
  private static final Logger LOG = LoggerFactory.getLogger(QueueReader.class);

  private final JdbcClient jdbc;

  /** Reads with one statement for each kind of thing. */
  public QueueReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How it is now. */
  public QueueData read() {
    Set<String> barred = new HashSet<>();
    List<AgentProfile> agents = agents(barred);
    return new QueueData(
        queues(), agents, barred, regions(), new MannerReader(jdbc).read(), agentNames(), lent());
  }

  private List<QueueDefinition> queues() {
    Map<String, Set<String>> skills =
        pairs("SELECT queue_code AS holder, skill AS held FROM call_queue_skill");
    Map<String, Set<String>> estates =
        pairs("SELECT queue_code AS holder, estate_id AS held FROM call_queue_estate");
    List<QueueDefinition> queues = new ArrayList<>();
    jdbc.sql(
            """
            SELECT code, title, weight, ring_s, wrap_up_s, region_after_s, all_after_s, choice_every_s,
                   longest_wait_s, most_waiting
              FROM call_queue ORDER BY code
            """)
        .query(
            row -> {
              String code = row.getString("code");
              try {
                queues.add(
                    new QueueDefinition(
                        code,
                        row.getString("title"),
                        skills(skills.getOrDefault(code, Set.of())),
                        estates.getOrDefault(code, Set.of()),
                        row.getInt("weight"),
                        limits(row)));
              } catch (IllegalArgumentException e) {
                LOG.error("The queue {} is left out: {}", code, e.getMessage());
              }
            });
    return queues;
  }

  private static QueueLimits limits(ResultSet row) throws SQLException {
    return new QueueLimits(
        Duration.ofSeconds(row.getInt("ring_s")),
        Duration.ofSeconds(row.getInt("wrap_up_s")),
        Duration.ofSeconds(row.getInt("region_after_s")),
        Duration.ofSeconds(row.getInt("all_after_s")),
        Duration.ofSeconds(row.getInt("choice_every_s")),
        Duration.ofSeconds(row.getInt("longest_wait_s")),
        row.getInt("most_waiting"));
  }

  /**
   * Phones of nobody, and of users who may work and have an estate: whose the phone is, else who
   * sits at it.
   *
   * @param barred gets the devices of the others
   */
  private List<AgentProfile> agents(Set<String> barred) {
    Map<String, Set<String>> skills =
        pairs("SELECT user_id AS holder, skill AS held FROM agent_skill");
    Map<String, Set<String>> estates =
        pairs(
            """
            SELECT e.user_id AS holder, e.estate_id AS held FROM app_user_estate e
             WHERE e.user_id IN (SELECT user_id FROM agent_phone WHERE user_id IS NOT NULL)
                OR e.user_id IN (SELECT user_id FROM desk_seat)
            """);
    List<AgentProfile> agents = new ArrayList<>();
    jdbc.sql(
            """
            SELECT p.extension, COALESCE(u.id, 0) AS user_id, COALESCE(u.all_estates, TRUE) AS all_estates,
                   COALESCE(u.enabled, TRUE) AS enabled
              FROM agent_phone p LEFT JOIN desk_seat s ON s.extension = p.extension
              LEFT JOIN app_user u ON u.id = COALESCE(p.user_id, s.user_id)
             ORDER BY p.extension
            """)
        .query(
            row -> {
              String extension = row.getString("extension");
              String user = row.getString("user_id");
              boolean everywhere = row.getBoolean("all_estates");
              Set<String> hers = everywhere ? Set.of() : estates.getOrDefault(user, Set.of());
              try {
                AgentProfile agent =
                    new AgentProfile(extension, skills(skills.getOrDefault(user, Set.of())), hers);
                if (row.getBoolean("enabled") && (everywhere || !hers.isEmpty())) {
                  agents.add(agent);
                } else {
                  barred.add(agent.device());
                }
              } catch (IllegalArgumentException e) {
                LOG.error("The agent {} is left out: {}", extension, e.getMessage());
              }
            });
    return agents;
  }

  /** Whose phone it is, else who sits at it. */
  private Map<String, String> agentNames() {
    Map<String, String> names = new HashMap<>();
    jdbc.sql(
            """
            SELECT p.extension, u.display_name
              FROM agent_phone p LEFT JOIN desk_seat s ON s.extension = p.extension
              JOIN app_user u ON u.id = COALESCE(p.user_id, s.user_id)
            """)
        .query(
            row -> {
              names.put(row.getString("extension"), row.getString("display_name"));
            });
    return names;
  }

  private Map<String, String> regions() {
    Map<String, String> regions = new HashMap<>();
    jdbc.sql("SELECT id, region FROM estate WHERE region <> ''")
        .query(
            row -> {
              regions.put(row.getString("id"), row.getString("region"));
            });
    return regions;
  }

  /** Those whose time is not over, by the database's clock: all nodes agree on it. */
  private Map<String, Lent> lent() {
    Map<String, Lent> lent = new HashMap<>();
    jdbc.sql(
            "SELECT extension, queue_code, until_at FROM agent_lent"
                + " WHERE until_at > UTC_TIMESTAMP(3)")
        .query(
            row -> {
              lent.put(
                  row.getString("extension"),
                  new Lent(row.getString("queue_code"), Utc.instant(row, "until_at")));
            });
    return lent;
  }

  private Map<String, Set<String>> pairs(String sql) {
    Map<String, Set<String>> pairs = new HashMap<>();
    jdbc.sql(sql)
        .query(
            row -> {
              pairs
                  .computeIfAbsent(row.getString("holder"), holder -> new HashSet<>())
                  .add(row.getString("held"));
            });
    return pairs;
  }

  private static Set<Skill> skills(Set<String> texts) {
    return texts.stream().map(Skill::parse).collect(Collectors.toSet());
  }
}
