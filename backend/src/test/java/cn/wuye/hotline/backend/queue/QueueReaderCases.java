package cn.wuye.hotline.backend.queue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueLimits;
import cn.wuye.hotline.router.queue.Skill;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Queues and agents as they are read, on every database. */
abstract class QueueReaderCases {
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;

  private final String code = "t" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
  private final String extension =
      "8" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);

  @AfterEach
  void end() {
    jdbc.sql("DELETE FROM call_queue WHERE code = ?").param(code).update();
    jdbc.sql("DELETE FROM agent_phone WHERE extension = ?").param(extension).update();
    jdbc.sql("DELETE FROM app_user WHERE username = ?").param(code).update();
  }

  @Test
  void aCompanyBeginsWithOneQueueForEverybodyAndThePhonesOfTheNode() {
    QueueData data = reader().read();

    assertThat(data.queues())
        .contains(new QueueDefinition("general", "综合", Set.of(), Set.of(), 0, QueueLimits.DEFAULT));
    assertThat(data.agents()).contains(new AgentProfile("1001", Set.of(), Set.of()));
    assertThat(data.barred()).doesNotContain("PJSIP/1001");
  }

  @Test
  void aQueueIsReadWithItsSkillsAndEstates() {
    String estate = estate();
    queue(15);
    jdbc.sql("INSERT INTO call_queue_skill (queue_code, skill) VALUES (?, 'dialect:yue')")
        .param(code)
        .update();
    jdbc.sql("INSERT INTO call_queue_estate (queue_code, estate_id) VALUES (?, ?)")
        .params(List.of(code, estate))
        .update();
    jdbc.sql("UPDATE estate SET region = 'north' WHERE id = ?").param(estate).update();

    QueueData data = reader().read();

    assertThat(read(data))
        .contains(
            new QueueDefinition(
                code, "粤语", Set.of(Skill.dialect("yue")), Set.of(estate), 5, QueueLimits.DEFAULT));
    assertThat(data.regions()).containsEntry(estate, "north");
  }

  @Test
  void whatCannotBeAQueueIsLeftOutAlone() {
    queue(1);

    QueueData data = reader().read();

    assertThat(read(data)).isEmpty();
    assertThat(data.queues()).extracting(QueueDefinition::code).contains("general");
  }

  @Test
  void anAgentHasHerUsersSkillsAndEstates() {
    String estate = estate();
    long user = user(false, true);
    jdbc.sql("INSERT INTO app_user_estate (user_id, estate_id) VALUES (?, ?)")
        .params(List.of(user, estate))
        .update();
    jdbc.sql("INSERT INTO agent_skill (user_id, skill) VALUES (?, 'emergency')")
        .param(user)
        .update();
    phone(user);

    assertThat(agent())
        .contains(new AgentProfile(extension, Set.of(Skill.EMERGENCY), Set.of(estate)));
  }

  @Test
  void whoSeesEveryEstateAnswersForAll() {
    phone(user(true, true));

    assertThat(agent()).contains(new AgentProfile(extension, Set.of(), Set.of()));
  }

  @Test
  void whoHasNoEstateOrMayNotWorkIsNoAgent() {
    phone(user(false, true));
    assertThat(agent()).isEmpty();
    assertThat(reader().read().barred()).contains("PJSIP/" + extension);

    jdbc.sql("UPDATE app_user SET all_estates = TRUE, enabled = FALSE WHERE username = ?")
        .param(code)
        .update();
    assertThat(agent()).isEmpty();
    assertThat(reader().read().barred()).contains("PJSIP/" + extension);
  }

  @Test
  void aPhoneWhoseUserIsDeletedIsAnybodys() {
    phone(user(false, true));

    jdbc.sql("DELETE FROM app_user WHERE username = ?").param(code).update();

    assertThat(agent()).contains(new AgentProfile(extension, Set.of(), Set.of()));
  }

  @Test
  void aPhoneIsCalledLikeWhoeverSitsAtItUnlessItIsSomebodysOwn() {
    jdbc.sql("INSERT INTO agent_phone (extension) VALUES (?)").param(extension).update();
    assertThat(reader().read().agentNames()).doesNotContainKey(extension);

    jdbc.sql(
            "INSERT INTO desk_seat (user_id, extension, node, since)"
                + " VALUES (?, ?, 'node-1', '2026-01-01')")
        .params(user(true, true), extension)
        .update();

    assertThat(reader().read().agentNames()).containsEntry(extension, "客服");
  }

  @Test
  void whoIsLentIsSoUntilHerTimeIsOverOrSheIsGivenBack() {
    queue(15);
    phone(user(true, true));
    Lending lending = new Lending(jdbc, Clock.systemUTC());
    Instant until = Instant.parse("2100-01-01T00:00:00Z");

    lending.lend(extension, code, until.minusSeconds(60), "boss");
    lending.lend(extension, code, until, "boss");
    assertThat(reader().read().lent()).containsEntry(extension, new Lent(code, until));
    assertThat(reader().read().lentTo()).containsEntry(extension, code);

    assertThat(lending.giveBack(extension)).isTrue();
    assertThat(lending.giveBack(extension)).isFalse();
    lending.lend(extension, code, Instant.parse("2026-01-01T00:00:00Z"), "boss");
    assertThat(reader().read().lent()).doesNotContainKey(extension);
  }

  private QueueReader reader() {
    return new QueueReader(jdbc);
  }

  private Optional<QueueDefinition> read(QueueData data) {
    return data.queues().stream().filter(queue -> queue.code().equals(code)).findFirst();
  }

  private Optional<AgentProfile> agent() {
    return reader().read().agents().stream()
        .filter(agent -> agent.extension().equals(extension))
        .findFirst();
  }

  private void queue(int ringSeconds) {
    jdbc.sql("INSERT INTO call_queue (code, title, weight, ring_s) VALUES (?, '粤语', 5, ?)")
        .params(List.of(code, ringSeconds))
        .update();
  }

  private String estate() {
    return String.valueOf(Objects.requireNonNull(SampleEstates.another(estates).id()).value());
  }

  private long user(boolean everywhere, boolean enabled) {
    jdbc.sql(
            """
            INSERT INTO app_user (username, display_name, password_hash, enabled, all_estates, created_at)
            VALUES (?, '客服', 'x', ?, ?, '2026-03-01 00:00:00')
            """)
        .params(List.of(code, enabled, everywhere))
        .update();
    return Objects.requireNonNull(
        jdbc.sql("SELECT id FROM app_user WHERE username = ?")
            .param(code)
            .query(Long.class)
            .single());
  }

  private void phone(long user) {
    jdbc.sql("INSERT INTO agent_phone (extension, user_id) VALUES (?, ?)")
        .param(extension)
        .param(user)
        .update();
  }
}
