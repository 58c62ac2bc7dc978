package cn.wuye.hotline.backend.dispatch.work;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.HotlineApplication;
import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** A house with crews of its own for each test, and what happens in it. */
@SpringBootTest(
    classes = HotlineApplication.class,
    properties = {
      "hotline.dispatch.automatic=true",
      "hotline.dispatch.patience=0s",
      "hotline.dispatch.poll=1s",
      "hotline.home=target/fork-${test.fork:1}/dispatch-home"
    })
@SuppressWarnings("NullAway.Init")
abstract class DispatchFixture {
  static final Actor CALLER = Actor.system("test");
  @Autowired ApplicationContext application;
  @Autowired Tickets tickets;
  @Autowired Timeline timeline;
  @Autowired Estates estates;
  @Autowired JobDesk desk;
  @Autowired MyJobs jobs;
  @Autowired Tasks tasks;
  @Autowired Reasons reasons;
  @Autowired Answerable answerable;
  @Autowired AutomaticDispatch dispatch;
  @Autowired DispatchSettings settings;
  @Autowired DispatchPlan plan;
  @Autowired Crew crew;
  @Autowired JdbcClient jdbc;
  @Autowired Transactions transactions;
  @Autowired Clock clock;
  EstateId estate;

  @BeforeEach
  void estate() {
    estate = SampleEstates.another(estates).requireId();
    // Somebody must be there, or nothing is put into the queue at all.
    member("environment", true);
  }

  String clockState(TicketNumber number, String target) {
    return jdbc.sql("SELECT state FROM ticket_clock WHERE ticket = ? AND target = ?")
        .params(number.value(), target)
        .query(String.class)
        .single();
  }

  /** Somebody off duty who leads a department. */
  String leading(String department) {
    String lead = member(department, false);
    CrewMember now = crew.find(lead).orElseThrow();
    settings.saveMember(
        new CrewMember(
            now.userId(),
            now.version(),
            lead,
            lead,
            true,
            department,
            true,
            Set.of(),
            List.of(),
            null),
        "admin");
    return lead;
  }

  void onDuty(String login) {
    jdbc.sql(
            "UPDATE crew_member SET on_duty_until = :until WHERE user_id ="
                + " (SELECT id FROM app_user WHERE username = :login)")
        .param("until", Utc.column(clock.instant().plus(Duration.ofHours(1))))
        .param("login", login)
        .update();
  }

  void urgency(TicketNumber number, String urgency) {
    jdbc.sql("UPDATE ticket SET urgency = ? WHERE number = ?")
        .params(urgency, number.value())
        .update();
  }

  void dueNow(TicketNumber number) {
    jdbc.sql("UPDATE dispatch_queue SET due_at = :now WHERE ticket = :ticket")
        .param("now", Utc.column(clock.instant()))
        .param("ticket", number.value())
        .update();
  }

  boolean queued(TicketNumber number) {
    return jdbc.sql("SELECT COUNT(*) FROM dispatch_queue WHERE ticket = ?")
            .param(number.value())
            .query(Long.class)
            .single()
        > 0;
  }

  /** How long the machine waits before it looks at a ticket. */
  Duration dueIn(TicketNumber number) {
    return jdbc.sql("SELECT due_at FROM dispatch_queue WHERE ticket = ?")
        .param(number.value())
        .query((row, n) -> Duration.between(clock.instant(), Utc.instant(row, "due_at")))
        .single();
  }

  List<String> told(TicketNumber number, String event) {
    return jdbc.sql("SELECT addressee FROM outgoing_message WHERE ticket = ? AND event = ?")
        .params(number.value(), event)
        .query(String.class)
        .list();
  }

  void role(String login, String role) {
    jdbc.sql(
            "INSERT INTO app_user_role (user_id, role)"
                + " SELECT id, :role FROM app_user WHERE username = :login")
        .param("role", role)
        .param("login", login)
        .update();
  }

  static CrewMember with(CrewMember now, String department, Set<String> skills) {
    return new CrewMember(
        now.userId(),
        now.version(),
        now.login(),
        now.name(),
        true,
        department,
        false,
        skills,
        List.of(),
        now.onDutyUntil());
  }

  TicketNumber open() {
    return tickets.open(draft(), CALLER).ticket().number();
  }

  cn.wuye.hotline.backend.ticket.NewTicket draft() {
    return SampleTickets.at(SampleTickets.draft(SampleTickets.newCall(), estate), clock.instant());
  }

  Ticket owned(TicketNumber number) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> find(number).owner().isPresent());
    return find(number);
  }

  Ticket find(TicketNumber number) {
    return tickets.find(number, EstateScope.ALL).orElseThrow();
  }

  List<String> kinds(TicketNumber number) {
    return timeline.of(number).stream().map(TicketEvent::kind).toList();
  }

  Set<String> reasonable(TicketNumber number) {
    return Set.copyOf(kinds(number));
  }

  String reason(TicketNumber number) {
    Reason reason = Objects.requireNonNull(reasons.of(List.of(number)).get(number));
    return reason.sentence(Locale.CHINESE);
  }

  static Refusal why(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).why();
  }

  Doer doer(String login) {
    return new Doer(login, EstateScope.of(Set.of(estate)), false);
  }

  /** Somebody new in a department who sees the estate of this test. */
  String member(String department, boolean onDuty) {
    String login = "w" + UUID.randomUUID().toString().substring(0, 8);
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO app_user (username, display_name, password_hash, created_at)"
                + " VALUES (:name, :name, '', '2026-01-01')")
        .param("name", login)
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    jdbc.sql("INSERT INTO app_user_estate (user_id, estate_id) VALUES (:id, :estate)")
        .param("id", id)
        .param("estate", estate.value())
        .update();
    Instant until = onDuty ? clock.instant().plus(Duration.ofHours(1)) : null;
    assertThat(
            settings.saveMember(
                new CrewMember(
                    id, 0, login, login, true, department, false, Set.of(), List.of(), until),
                "admin"))
        .isEmpty();
    return login;
  }

  ConfigurableApplicationContext secondNode(Path home) {
    return new SpringApplicationBuilder(HotlineApplication.class)
        .run(
            "--spring.datasource.url=" + property("url"),
            "--spring.datasource.username=" + property("username"),
            "--spring.datasource.password=" + property("password"),
            "--server.port=0",
            "--hotline.node-id=node-2",
            "--hotline.home=" + home,
            "--hotline.dispatch.automatic=true",
            "--hotline.dispatch.patience=0s",
            "--hotline.telephony.enabled=false");
  }

  String property(String name) {
    return String.valueOf(application.getEnvironment().getProperty("spring.datasource." + name));
  }
}
