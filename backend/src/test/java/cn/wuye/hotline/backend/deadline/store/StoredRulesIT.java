package cn.wuye.hotline.backend.deadline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.deadline.calendar.EstateCalendar;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.rule.ShippedRules;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** Rules and calendars in versions; what runs under one keeps it. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class StoredRulesIT {
  private static final Actor AGENT = Actor.user("agent");

  @Autowired BookRows rows;
  @Autowired DeadlineBooks books;
  @Autowired TicketClocks clocks;
  @Autowired Tickets tickets;
  @Autowired Estates estates;
  @Autowired Transactions transactions;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder encoder;
  @Autowired MockMvc mvc;
  @Autowired Clock clock;

  @Test
  void whatIsShippedIsEnteredOnceByWhicheverNodeIsFirst() {
    Together.run(3, i -> transactions.run(books::enterShipped));

    assertThat(rows.rules())
        .filteredOn(version -> version.author().equals("system:shipped"))
        .map(version -> version.rule().ref().id())
        .containsExactlyInAnyOrderElementsOf(
            ShippedRules.read().stream().map(rule -> rule.ref().id()).toList());
    assertThat(rows.calendars())
        .filteredOn(edition -> edition.id().equals(CalendarEdition.DEFAULT))
        .hasSize(1);
  }

  @Test
  void whatIsWrittenIsReadAsItWas() {
    List<DeadlineRule> shipped = ShippedRules.read();

    assertThat(rows.rules())
        .filteredOn(version -> version.author().equals("system:shipped"))
        .map(RuleVersion::rule)
        .containsExactlyInAnyOrderElementsOf(shipped);
    assertThat(rows.calendars())
        .filteredOn(edition -> edition.author().equals("system:shipped"))
        .map(CalendarEdition::content)
        .containsExactly(ShippedDeadlines.calendar(Instant.EPOCH).content());
  }

  @Test
  void aNewVersionHoldsForNewTicketsAndLeavesRunningOnesAlone() {
    Ticket running = open();
    List<Map<String, Object>> before = stored(running);

    newVersionOfGeneral();
    clocks.renew(running.number());
    Ticket later = open();

    assertThat(stored(running)).isEqualTo(before);
    assertThat(stored(later)).extracting("rule_version").contains(2);
    assertThat(stored(running)).extracting("rule_version").containsOnly(1);
  }

  @Test
  void anotherCalendarOfAnEstateLeavesRunningTicketsAlone() {
    EstateId estate =
        estates.save(Estate.named("日历" + UUID.randomUUID(), List.of(), 0, List.of())).requireId();
    Ticket running = open(estate);
    List<Map<String, Object>> before = stored(running);
    CalendarEdition shipped = ShippedDeadlines.calendar(Utc.now(clock));
    String id = "own-" + estate;
    transactions.run(
        () -> {
          rows.changing();
          rows.insert(
              new CalendarEdition(
                  id, 1, Instant.EPOCH, shipped.content(), "user:test", Utc.now(clock), ""));
          rows.insert(new EstateCalendar(estate, Utc.now(clock), id), "user:test");
          return true;
        });

    clocks.renew(running.number());
    Ticket later = open(estate);

    assertThat(stored(running)).isEqualTo(before);
    assertThat(stored(later)).extracting("calendar_id").containsOnly(id);
  }

  @Test
  void aRuleThatCannotBeReadStopsNothingButTheDeadlines() throws Exception {
    Ticket before = open();
    SignedInUser agent = Staff.signedIn(Role.AGENT);
    Http api = new Http(mvc, TestUsers.agent(jdbc, encoder));
    String page = "/console/tickets/" + before.number();
    broken("{");
    try {
      assertThatCode(() -> books.seed(new SchemaReady())).doesNotThrowAnyException();
      assertThatThrownBy(books::current).isInstanceOf(UnreadableDeadlines.class);
      Ticket ticket = open();

      assertThat(stored(ticket)).isEmpty();
      assertThat(
              mvc.perform(get("/console/tickets/" + ticket.number()).with(user(agent)))
                  .andReturn()
                  .getResponse()
                  .getContentAsString())
          .contains("时限规则或日历读不出来", ticket.number().toString());
      assertThat(
              mvc.perform(post(page + "/resume").with(user(agent)).with(csrf()))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .isEqualTo(409);
      assertThat(api.get("/api/v1/tickets/" + ticket.number()).status()).isEqualTo(200);
      assertThat(api.get("/api/v1/tickets/" + ticket.number() + "/clocks").status()).isEqualTo(503);
    } finally {
      jdbc.sql("DELETE FROM deadline_rule WHERE id = 'broken'").update();
      jdbc.sql("UPDATE deadline_revision SET revision = revision + 1").update();
    }
    assertThat(books.current().rules()).isNotEmpty();
  }

  private void broken(String content) {
    jdbc.sql(
            "INSERT INTO deadline_rule (id, version, valid_from, content, author, created_at)"
                + " VALUES ('broken', 1, '2026-01-01', ?, 'user:test', '2026-01-01')")
        .param(content)
        .update();
    jdbc.sql("UPDATE deadline_revision SET revision = revision + 1").update();
  }

  private void newVersionOfGeneral() {
    DeadlineRule old =
        ShippedRules.read().stream()
            .filter(rule -> rule.ref().id().equals("general"))
            .findFirst()
            .orElseThrow();
    Instant now = Utc.now(clock);
    DeadlineRule changed =
        new DeadlineRule(
            new RuleRef(old.ref().id(), 2),
            now,
            false,
            old.order(),
            old.conditions(),
            old.pauses(),
            old.targets().stream().map(StoredRulesIT::longer).toList());
    transactions.run(
        () -> {
          rows.changing();
          rows.insert(new RuleVersion(changed, "user:test", now, "五月调整"));
          return true;
        });
  }

  private static Target longer(Target target) {
    return new Target(
        target.id(),
        target.kind(),
        target.from(),
        target.within().plus(Duration.ofMinutes(1)),
        target.runs(),
        target.pausable());
  }

  private Ticket open() {
    return open(null);
  }

  private Ticket open(@org.jspecify.annotations.Nullable EstateId estate) {
    return tickets
        .open(
            SampleTickets.at(SampleTickets.draft(SampleTickets.newCall(), estate), Utc.now(clock)),
            AGENT)
        .ticket();
  }

  private List<Map<String, Object>> stored(Ticket ticket) {

    return jdbc.sql("SELECT * FROM ticket_clock WHERE ticket = ? ORDER BY target, occurrence")
        .param(ticket.number().value())
        .query()
        .listOfRows();
  }
}
