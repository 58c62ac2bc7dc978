package cn.wuye.hotline.backend.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.wuye.hotline.backend.ForkFolder;
import cn.wuye.hotline.backend.database.RealDatabase;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.moving.Export;
import cn.wuye.hotline.backend.moving.Imports;
import cn.wuye.hotline.backend.moving.RunState;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketPage;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** In this order, because loading happens once in the life of a database. */
@SpringBootTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleIT {
  @Autowired SampleData sample;
  @Autowired TicketList tickets;
  @Autowired JdbcClient jdbc;
  @Autowired Imports imports;
  @Autowired Export export;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(SampleIT.class).register(registry);
    registry.add("hotline.home", ForkFolder.of("sample-home")::toString);
    registry.add("hotline.telephony.enabled", () -> false);
  }

  @Test
  @Order(1)
  void aDatabaseThatHoldsSomethingElseIsLeftAlone() {
    jdbc.sql("INSERT INTO resident (name) VALUES ('真实住户')").update();

    assertThat(sample.load()).isEqualTo(SampleData.Outcome.REFUSED);

    assertThat(count("ticket")).isZero();
    assertThat(count("resident")).isEqualTo(1);
    assertThat(count("sample_mark")).isZero();
    jdbc.sql("DELETE FROM resident").update();
  }

  @Test
  @Order(2)
  void fillsAnEmptyDatabase() {
    assertThat(sample.load()).isEqualTo(SampleData.Outcome.LOADED);

    assertThat(count("estate")).isEqualTo(5);
    assertThat(count("resident")).isEqualTo(2_000);
    assertThat(count("ticket")).isEqualTo(2_000);
    assertThat(count("ticket_event")).isGreaterThan(10_000);
    assertThat(count("knowledge_version")).isEqualTo(12);
    assertThat(share("facilities")).isEqualTo(32.5, within(0.8));
    assertThat(share("staff")).isEqualTo(28.3, within(0.8));
    assertThat(share("environment")).isEqualTo(18.7, within(0.8));
    assertThat(share("security")).isEqualTo(12.4, within(0.8));
    assertThat(share("fees")).isEqualTo(8.1, within(0.8));
  }

  @Test
  @Order(3)
  void whatIsLoadedIsFoundLikeAnyTicket() {
    TicketFilter lifts =
        new TicketFilter(
            java.util.Set.of(), null, null, null, null, null, null, null, null, null, null, "电梯");

    // After so many rows InnoDB moves its full-text index from memory to tables in the background;
    // in the moment between the two it finds nothing.
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              TicketPage page = tickets.page(lifts, EstateScope.ALL, Optional.empty(), 50);
              assertThat(page.rows())
                  .hasSize(50)
                  .allMatch(row -> row.contents().text().contains("电梯"));
            });
  }

  @Test
  @Order(4)
  void aSecondStartChangesNothing() {
    jdbc.sql("UPDATE ticket SET text = '改过了' LIMIT 1").update();

    assertThat(sample.load()).isEqualTo(SampleData.Outcome.THERE_ALREADY);

    assertThat(count("ticket")).isEqualTo(2_000);
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM ticket WHERE text = '改过了'").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  @Order(5)
  void whatIsExportedComesBackTheSameInAnEmptyDatabase() throws Exception {
    SignedInUser admin = Staff.signedIn(Role.ADMIN);
    byte[] before = export(admin);
    for (String table :
        List.of("ticket_event", "ticket_search", "ticket", "resident", "duty_entry", "estate")) {
      jdbc.sql("DELETE FROM " + table).update();
    }

    long run = imports.start(new ByteArrayInputStream(before), "export.zip", "", admin).id();
    await(run, RunState.CHECKED, admin);
    assertThat(imports.enter(run, true, admin)).isEqualTo(Imports.Entering.BEGUN);
    await(run, RunState.DONE, admin);

    Map<String, String> again = tables(export(admin));
    assertThat(count("ticket")).isEqualTo(2_000);
    for (String table : List.of("小区", "楼栋", "住户", "值班", "工单")) {
      assertThat(again.get(table + ".csv")).as(table).isEqualTo(tables(before).get(table + ".csv"));
    }
  }

  private byte[] export(SignedInUser user) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(out, user);
    return out.toByteArray();
  }

  private static Map<String, String> tables(byte[] file) throws IOException {
    Map<String, String> tables = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        tables.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return tables;
  }

  private void await(long run, RunState state, SignedInUser user) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> imports.find(run, user).orElseThrow().state() == state);
  }

  private double share(String category) {
    return 100.0
        * jdbc.sql("SELECT COUNT(*) FROM ticket WHERE category = ?")
            .param(category)
            .query(Long.class)
            .single()
        / count("ticket");
  }

  private long count(String table) {
    return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
  }
}
