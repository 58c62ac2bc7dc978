package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.database.Statements;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/**
 * How much the database is asked: not more for many rows than for few, and not more than this. The
 * bounds are what is needed today and a few statements more.
 */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class TicketStatementsIT {
  private static final Actor CALLER = Actor.system("test");

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder encoder;
  @Autowired Estates estates;
  @Autowired Tickets tickets;
  @Autowired TicketWork work;
  @Autowired Transactions transactions;
  @Autowired ApplicationContext application;

  private EstateId estate;
  private Http api;
  private SignedInUser agent;

  @BeforeEach
  void anotherEstate() {
    estate = SampleEstates.another(estates).requireId();
    api = new Http(mvc, TestUsers.agentOf(jdbc, encoder, estate));
    String login = "counted-" + UUID.randomUUID().toString().substring(0, 8);
    Staff.add(application, login, Role.AGENT, estate.value());
    agent = Staff.signedIn(application, login, Role.AGENT);
  }

  @Test
  void openingATicketOverTheApi() {
    openOverTheApi();

    List<String> sent = opening(this::openOverTheApi);

    assertThat(sent).as(told(sent)).hasSizeBetween(10, 18);
    assertThat(writes(sent)).as(told(sent)).hasSizeBetween(4, 8);
  }

  @Test
  void openingATicketOfACall() {
    open();

    List<String> sent = opening(this::open);

    assertThat(sent).as(told(sent)).hasSizeBetween(8, 16);
    assertThat(writes(sent)).as(told(sent)).hasSizeBetween(4, 8);
  }

  @Test
  void theListOfTheApi() {
    assertThat(manyAsFew(() -> ok(api.get("/api/v1/tickets?limit=50").status()))).isLessThan(6);
  }

  @Test
  void theListOfTheConsole() {
    assertThat(manyAsFew(() -> page("/console/tickets"))).isLessThan(36);
  }

  @Test
  void thePageOfATicket() {
    Ticket ticket = open();

    assertThat(
            manyAsFew(
                () -> page("/console/tickets/" + ticket.number()),
                () ->
                    transactions.run(
                        () -> {
                          work.note(ticket, CALLER, new Happening.NoteAdded("再看一次"));
                          return ticket;
                        })))
        .isLessThan(80);
  }

  /** What is asked for many, which is not more than for few. */
  private int manyAsFew(Runnable page) {
    return manyAsFew(page, this::open);
  }

  /** What is sent for one ticket; every fiftieth also takes the next numbers for its node. */
  private static List<String> opening(Runnable ticket) {
    List<String> sent = Statements.of(ticket);
    return sent.stream().anyMatch(sql -> sql.contains("number_range"))
        ? Statements.of(ticket)
        : sent;
  }

  private static int manyAsFew(Runnable page, Runnable more) {
    more.run();
    more.run();
    page.run();
    List<String> few = Statements.of(page);
    for (int i = 0; i < 20; i++) {
      more.run();
    }
    List<String> many = Statements.of(page);
    assertThat(few).as("those that are counted").isNotEmpty();
    assertThat(many.size()).as(told(many)).isLessThanOrEqualTo(few.size());
    return many.size();
  }

  private Ticket open() {
    return tickets.open(SampleTickets.draft(SampleTickets.newCall(), estate), CALLER).ticket();
  }

  private void openOverTheApi() {
    Http.Reply reply =
        api.post(
            "/api/v1/tickets",
            "{\"category\":\"facilities\",\"subcategory\":\"lift\",\"text\":\"电梯坏了\",\"place\":{"
                + "\"estateId\":\""
                + estate
                + "\",\"building\":\"3号楼\",\"room\":\"502\"}}");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(reply.header(HttpHeaders.LOCATION)).isNotEmpty();
  }

  private void page(String path) {
    try {
      ok(mvc.perform(get(path).with(user(agent))).andReturn().getResponse().getStatus());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void ok(int status) {
    assertThat(status).isEqualTo(200);
  }

  private static List<String> writes(List<String> sent) {
    return sent.stream()
        .filter(sql -> sql.toUpperCase(Locale.ROOT).matches("(?s)(INSERT|UPDATE|DELETE).*"))
        .toList();
  }

  private static String told(List<String> sent) {
    return sent.size() + ":\n" + String.join("\n", sent);
  }
}
