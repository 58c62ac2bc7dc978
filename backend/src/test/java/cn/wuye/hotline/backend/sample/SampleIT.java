package cn.wuye.hotline.backend.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.wuye.hotline.backend.database.RealDatabase;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketPage;
import java.nio.file.Path;
import java.util.Optional;
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

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(SampleIT.class).register(registry);
    registry.add("hotline.home", () -> Path.of("target/sample-home").toAbsolutePath().toString());
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

    TicketPage page = tickets.page(lifts, EstateScope.ALL, Optional.empty(), 50);

    assertThat(page.rows()).hasSize(50).allMatch(row -> row.contents().text().contains("电梯"));
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
