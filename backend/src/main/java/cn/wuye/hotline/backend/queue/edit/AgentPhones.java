package cn.wuye.hotline.backend.queue.edit;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.router.queue.Skill;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers at which phone, and what she can. Who may change it is the caller's to ask. */
@Component
public class AgentPhones {
  private static final Logger LOG = LoggerFactory.getLogger(AgentPhones.class);

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Audit audit;

  AgentPhones(JdbcClient jdbc, Transactions transactions, Audit audit) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** All phones, by extension. */
  public List<AgentPhone> list() {
    Map<Long, Set<Skill>> skills = skills();
    return jdbc.sql(
            "SELECT extension, version, COALESCE(user_id, 0) AS owner FROM agent_phone"
                + " ORDER BY extension")
        .query(
            (row, n) ->
                new AgentPhone(
                    Columns.text(row, "extension"),
                    row.getLong("version"),
                    row.getLong("owner"),
                    skills.getOrDefault(row.getLong("owner"), Set.of())))
        .list();
  }

  private Map<Long, Set<Skill>> skills() {
    Map<Long, Set<Skill>> skills = new HashMap<>();
    jdbc.sql("SELECT user_id, skill FROM agent_skill")
        .query(
            row -> {
              try {
                skills.merge(
                    row.getLong("user_id"),
                    Set.of(Skill.parse(Columns.text(row, "skill"))),
                    AgentPhones::both);
              } catch (IllegalArgumentException none) {
                LOG.error("A skill is left out: {}", none.getMessage());
              }
            });
    return skills;
  }

  private static Set<Skill> both(Set<Skill> one, Set<Skill> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }

  /** Those who may answer: who may sign in, by name. */
  public Map<Long, String> users() {
    Map<Long, String> users = new LinkedHashMap<>();
    jdbc.sql("SELECT id, display_name FROM app_user WHERE enabled ORDER BY display_name, id")
        .query(
            row -> {
              users.put(row.getLong("id"), Columns.text(row, "display_name"));
            });
    return users;
  }

  /**
   * Gives a phone to somebody with her skills, or to nobody; adds it where it is not there.
   *
   * @return field to what is wrong with it: {@code code, taken, unknown, stale}; empty when it is
   *     saved
   */
  public Map<String, String> save(AgentPhone phone, String login) {
    if (!phone.extension().matches("[0-9]{2,10}")) {
      return Map.of("extension", "code");
    }
    if (phone.user() != 0 && !users().containsKey(phone.user())) {
      return Map.of("user", "unknown");
    }
    try {
      return transactions.run(() -> write(phone, login));
    } catch (DuplicateKeyException taken) {
      return Map.of("user", "taken");
    }
  }

  private Map<String, String> write(AgentPhone phone, String login) {
    @Nullable Long user = phone.user() == 0 ? null : phone.user();
    boolean known =
        jdbc.sql(
                    "UPDATE agent_phone SET user_id = :user, version = version + 1"
                        + " WHERE extension = :extension AND version = :version")
                .param("user", user)
                .param("extension", phone.extension())
                .param("version", phone.version())
                .update()
            == 1;
    if (!known && list().stream().anyMatch(each -> each.extension().equals(phone.extension()))) {
      return Map.of("version", "stale");
    }
    if (!known) {
      jdbc.sql("INSERT INTO agent_phone (extension, user_id) VALUES (:extension, :user)")
          .param("extension", phone.extension())
          .param("user", user)
          .update();
    }
    if (phone.user() != 0) {
      jdbc.sql("DELETE FROM agent_skill WHERE user_id = ?").param(phone.user()).update();
      phone
          .skills()
          .forEach(
              skill ->
                  jdbc.sql("INSERT INTO agent_skill (user_id, skill) VALUES (?, ?)")
                      .params(phone.user(), skill.toString())
                      .update());
    }
    audit.record(
        Audit.user(login),
        AuditAction.SETTING_CHANGED,
        "phone:" + phone.extension(),
        Map.of(
            "user",
            phone.user(),
            "skills",
            phone.skills().stream().map(Object::toString).sorted().toList()));
    return Map.of();
  }
}
