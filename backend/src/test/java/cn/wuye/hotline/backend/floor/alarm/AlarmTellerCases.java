package cn.wuye.hotline.backend.floor.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.floor.Alarm;
import cn.wuye.hotline.backend.floor.Book;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.queue.QueueTables;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who is told of alarms, when and how often, on every database. Time is told, not waited for. */
@SuppressWarnings("NullAway.Init")
abstract class AlarmTellerCases {
  @Autowired ApplicationContext application;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired Clock clock;
  @Autowired AlarmTeller teller;
  @Autowired AlarmRules rules;
  @Autowired AlarmPeople people;
  @Autowired AlarmRows rows;
  @Autowired QueueTables queues;
  @Autowired Transactions transactions;

  private final String code = "t" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
  private final String login = "lead-" + code;
  private EstateId estate;
  private Book.Queue queue;
  private long lead;
  private Instant now;

  @BeforeEach
  void aQueueOfOneEstateAndWhoLeadsIt() {
    estate = SampleEstates.another(estates).requireId();
    duty(estate, "075512345678", 0);
    duty(estate, "13800138000", 1);
    queue = new Book.Queue(code, "粤语" + code, Set.of("yue"), Set.of(estate));
    jdbc.sql("INSERT INTO call_queue (code, title) VALUES (?, ?)")
        .params(code, queue.title())
        .update();
    lead = person(login, estate);
    now = Utc.now(clock);
  }

  @AfterEach
  void end() {
    jdbc.sql("DELETE FROM floor_alarm_rule").update();
    jdbc.sql("DELETE FROM call_queue WHERE code = ?").param(code).update();
  }

  private void duty(EstateId of, String number, int position) {
    jdbc.sql(
            "INSERT INTO duty_entry (estate_id, role, position, name, number)"
                + " VALUES (?, 'on-duty', ?, '值班', ?)")
        .params(of.value(), position, number)
        .update();
  }

  private long person(String name, EstateId sees) {
    Staff.add(application, name, Role.SUPERVISOR, sees.value());
    long id =
        jdbc.sql("SELECT id FROM app_user WHERE username = ?")
            .param(name)
            .query(Long.class)
            .single();
    jdbc.sql("INSERT INTO staff_contact (user_id, mobile) VALUES (?, '13900139000')")
        .param(id)
        .update();
    return id;
  }

  private void rule(Alarm.Kind kind, long afterSeconds, long user, int perHour) {
    assertThat(
            rules.save(
                new AlarmRule(0, 0, kind, code, Duration.ofSeconds(afterSeconds), user, perHour),
                "admin"))
        .isEmpty();
  }

  private Alarm alarm(Alarm.Kind kind, String... of) {
    return about(queue, kind, now.minusSeconds(150), of);
  }

  private static Alarm about(
      Book.Queue queue, Alarm.Kind kind, @Nullable Instant since, String... of) {
    return new Alarm(kind, queue, "", since, of.length, Set.of(of));
  }

  /** To whom messages of this test's queue wait to be sent, or were. */
  private List<String> told() {
    return jdbc.sql(
            "SELECT CONCAT(addressee_kind, ':', addressee) FROM outgoing_message"
                + " WHERE once LIKE ? ORDER BY id")
        .param("alarm|%:" + code + ":%")
        .query(String.class)
        .list();
  }

  private void round(Alarm... alarms) {
    teller.round(List.of(alarms), now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void whoIsOnDutyForTheCallersEstateIsToldOnce() {
    rule(Alarm.Kind.EMERGENCY, 0, 0, 6);

    round(alarm(Alarm.Kind.EMERGENCY, estate.toString()));
    pass(Duration.ofSeconds(5));
    round(alarm(Alarm.Kind.EMERGENCY, estate.toString()));

    assertThat(told()).containsExactly("on-duty:" + estate);
    assertThat(
            jdbc.sql("SELECT details FROM outgoing_message WHERE once LIKE ? AND emergency")
                .param("alarm|emergency:" + code + ":%")
                .query(String.class)
                .list())
        .singleElement()
        .satisfies(
            details -> assertThat(details).contains("\"emergency\"", queue.title(), "\"1\""));
  }

  @Test
  void ofSeveralNodesOneTells() {
    rule(Alarm.Kind.EMERGENCY, 0, 0, 6);
    rule(Alarm.Kind.EMERGENCY, 0, lead, 6);

    Together.run(
        6,
        i -> {
          round(alarm(Alarm.Kind.EMERGENCY, ""));
          return true;
        });

    assertThat(told()).containsExactlyInAnyOrder("on-duty:" + estate, "staff:" + login);
  }

  @Test
  void anAlarmHasToStandForAWhile() {
    rule(Alarm.Kind.WAIT, 60, lead, 6);

    round(alarm(Alarm.Kind.WAIT, ""));
    pass(Duration.ofSeconds(40));
    round();
    pass(Duration.ofSeconds(15));
    round(alarm(Alarm.Kind.WAIT, ""));
    assertThat(told()).isEmpty();

    pass(Duration.ofSeconds(5));
    round(alarm(Alarm.Kind.WAIT, ""), alarm(Alarm.Kind.UNATTENDED, ""));
    assertThat(told()).containsExactly("staff:" + login);
  }

  @Test
  void atNightOnlyEmergenciesAreTold() {
    rule(Alarm.Kind.WAIT, 0, lead, 6);
    rule(Alarm.Kind.NOBODY, 0, lead, 6);
    rule(Alarm.Kind.EMERGENCY, 0, 0, 6);
    // No hour of any day but one minute of a day that is neither today nor tomorrow.
    int day = now.atZone(ZoneOffset.UTC).plusDays(3).getDayOfWeek().getValue();
    jdbc.sql("INSERT INTO call_queue_hours VALUES (?, ?, 0, 1)").params(code, day).update();

    round(
        alarm(Alarm.Kind.WAIT, ""),
        about(queue, Alarm.Kind.NOBODY, null),
        alarm(Alarm.Kind.EMERGENCY, ""));
    assertThat(told()).containsExactly("on-duty:" + estate);

    jdbc.sql("DELETE FROM call_queue_hours WHERE queue_code = ?").param(code).update();
    round(about(queue, Alarm.Kind.NOBODY, null));
    assertThat(told()).containsExactly("on-duty:" + estate, "staff:" + login);
  }

  @Test
  void nobodyIsToldOfMoreInAnHourThanTheRuleAllows() {
    rule(Alarm.Kind.WAIT, 0, lead, 1);
    rule(Alarm.Kind.NOBODY, 0, lead, 1);

    round(alarm(Alarm.Kind.WAIT, ""));
    round(about(queue, Alarm.Kind.NOBODY, null));
    assertThat(told()).hasSize(1);

    for (int i = 0; i < 130; i++) {
      pass(Duration.ofSeconds(30));
      round(about(queue, Alarm.Kind.NOBODY, null));
    }
    assertThat(told()).as("it still stands when the hour is over").hasSize(2);
  }

  @Test
  void whatIsOverIsTakenBackAndWhatComesAgainIsToldAgain() {
    rule(Alarm.Kind.WAIT, 0, lead, 6);
    List<String> waiting = new ArrayList<>();
    AlarmTeller telling =
        new AlarmTeller(rules, people, rows, queues, new Waiting(waiting), transactions);

    telling.round(List.of(alarm(Alarm.Kind.WAIT, "")), now);
    assertThat(waiting).hasSize(1);
    pass(AlarmTeller.GONE);
    telling.round(List.of(alarm(Alarm.Kind.WAIT, "")), now);
    assertThat(waiting).as("it has not been away for a minute").hasSize(1);

    pass(AlarmTeller.GONE.plusSeconds(1));
    telling.round(List.of(), now);
    assertThat(waiting).isEmpty();

    telling.round(List.of(alarm(Alarm.Kind.WAIT, "")), now);
    assertThat(waiting).hasSize(1);
  }

  /** Nothing is sent: keys of what waits. */
  private record Waiting(List<String> keys) implements Outbox {
    @Override
    public boolean tell(Notice notice) {
      return keys.add(notice.once());
    }

    @Override
    public boolean write(Notice notice) {
      return keys.add(notice.once());
    }

    @Override
    public void withdraw(String once) {
      keys.remove(once);
    }
  }

  @Test
  void whoSeesNoneOfTheQueuesEstatesIsNotTold() {
    EstateId other = SampleEstates.another(estates).requireId();
    rule(Alarm.Kind.WAIT, 0, person("other-" + code, other), 6);
    rule(Alarm.Kind.WAIT, 0, lead, 6);

    round(alarm(Alarm.Kind.WAIT, ""));

    assertThat(told()).containsExactly("staff:" + login);
  }

  @Test
  void onePhoneThatServesTwoEstatesIsToldOnce() {
    EstateId other = SampleEstates.another(estates).requireId();
    duty(other, "+8613800138000", 0);
    queue = new Book.Queue(code, queue.title(), Set.of(), Set.of(estate, other));
    rule(Alarm.Kind.WAIT, 0, 0, 6);

    round(alarm(Alarm.Kind.WAIT, estate.toString(), other.toString()));

    assertThat(told()).hasSize(1);
  }

  @Test
  void administratorsSayWhoIsTold() throws Exception {
    UserDetails admin = Staff.signedIn(application, "admin-" + code, Role.ADMIN);

    assertThat(page(get("/console/queue-alarms"), admin, 200)).contains("小区的值班人员", queue.title());
    page(form("0", "0", "30"), admin, 302);
    page(form("0", "0", "9999"), admin, 422);
    page(form("0", "0", "30").param("queue", "none-such"), admin, 422);
    AlarmRule kept = rules.list().get(0);
    assertThat(kept.after()).isEqualTo(Duration.ofSeconds(30));
    assertThat(rules.list()).hasSize(1);

    page(form(Long.toString(kept.id()), "0", "45"), admin, 302);
    page(form(Long.toString(kept.id()), "0", "50"), admin, 409);
    assertThat(rules.list().get(0).after()).isEqualTo(Duration.ofSeconds(45));
    assertThat(page(get("/console/queue-alarms"), admin, 200)).contains("value=\"45\"", "等得太久");

    String remove = "/console/queue-alarms/" + kept.id() + "/remove";
    page(post(remove).param("version", "0"), admin, 409);
    page(post(remove).param("version", "1"), admin, 302);
    assertThat(rules.list()).isEmpty();
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE subject = ? AND actor = ?")
                .params("floor-alarms", "user:admin-" + code)
                .query(Integer.class)
                .single())
        .isEqualTo(3);
  }

  private MockHttpServletRequestBuilder form(String id, String version, String after) {
    return post("/console/queue-alarms")
        .param("id", id)
        .param("version", version)
        .param("kind", "wait")
        .param("after", after)
        .param("user", Long.toString(lead))
        .param("perHour", "4");
  }

  private String page(MockHttpServletRequestBuilder request, UserDetails who, int status)
      throws Exception {
    var response = mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
    String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    assertThat(response.getStatus()).as(body).isEqualTo(status);
    return body;
  }
}
