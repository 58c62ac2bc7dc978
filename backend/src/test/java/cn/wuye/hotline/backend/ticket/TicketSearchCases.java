package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a query finds, the same on every database: the table of queries and expected tickets. */
abstract class TicketSearchCases {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Autowired Tickets tickets;
  @Autowired TicketList list;
  @Autowired Estates estates;
  @Autowired SearchRenewal renewal;
  @Autowired DataSource source;
  @Autowired JdbcClient jdbc;

  /** Query, then the letters of the tickets that it finds, the newest first. */
  private static final String[][] TABLE = {
    {"电梯", "a"},
    {"電梯", "a"},
    {"梯", "b a"},
    {"电梯坏", ""},
    {"电梯 坏", "a"},
    {"电梯，坏！", "a"},
    {"漏水", "d c"},
    {"漏水 天花板", "c"},
    {"天花板漏水", ""},
    {"lift", "e"},
    {"ＬＩＦＴ Ａ１", "e"},
    {"3号楼", "c a"},
    {"三号楼", "c a"},
    {"三號樓", "c a"},
    {"3栋", "c a"},
    {"3幢", "c a"},
    {"13号楼", "d"},
    {"A座", "e"},
    {"2单元", "d a"},
    {"3-2-501", "a"},
    {"3－2－0501", "a"},
    {"3-501", "a"},
    {"501", "a"},
    {"501室", "a"},
    {"五零一室", "a"},
    {"01", ""},
    {"1501", "d"},
    {"楼电梯", ""},
    {"3号楼电梯", "a"},
    {"3号楼的电梯", "a"},
    {"8765", "d b"},
    {"5558765", "b"},
    {"13900008765", "d"},
    {"3900008765", "d"},
    {"王女士", "a"},
    {"王女", "a"},
    {"女士王", ""},
    {"2楼", "b"},
    {"二楼", "b"},
    {"12楼", ""},
    {"京A12345", "b"},
    {"2345", "b"},
    {"234", ""},
    {"热水器", "c"},
    {"热水器 3号楼", "c"},
    {"%", ""},
    {"_ '\" +-*()@ \\", ""},
    {"a_1", "e"},
    {"u06f0f", ""},
  };

  @TestFactory
  Stream<DynamicTest> everyQueryFindsWhatTheTableSays() {
    Estate estate = estate();
    EstateScope scope = EstateScope.of(Set.of(estate.requireId()));
    Map<TicketNumber, String> letters = new LinkedHashMap<>();
    open(letters, estate, "三號樓的電梯又坏了", "3号楼", "2单元", "501", "13800000001", "王女士");
    open(letters, estate, "电，梯子倒了，在二楼。请回电 0215558765，车牌京A12345", "", "", "", null, "");
    open(letters, estate, "天花板一直往下掉，漏水", "3栋", "", "0302", "13800000002", "李先生");
    open(letters, estate, "卫生间漏水", "13号楼", "2", "1501", "13900008765", "");
    open(letters, estate, "Lift A1 停在 A座 大堂", "", "", "", null, "");
    tickets.note(
        number(letters, "c"),
        Actor.system("transcription"),
        new Happening.TranscriptAdded(1, "test", "还有热水器也不热"));

    List<DynamicTest> cases = new ArrayList<>();
    for (String[] row : TABLE) {
      cases.add(
          dynamicTest(
              row[0], () -> assertThat(found(row[0], scope, true, letters)).isEqualTo(row[1])));
    }
    cases.add(
        dynamicTest(
            "estate's name and alias",
            () -> {
              String name = estate.name();
              assertThat(found(name, scope, true, letters)).isEqualTo("e d c b a");
              assertThat(found(name + " 501", scope, true, letters)).isEqualTo("a");
              assertThat(found(name + "3号楼漏水", scope, true, letters)).isEqualTo("c");
              assertThat(found(name + "漏水", scope, true, letters)).isEqualTo("d c");
            }));
    cases.add(
        dynamicTest(
            "a number's end",
            () -> {
              String number = number(letters, "b").toString();
              String end = number.substring(number.length() - 5);
              assertThat(found(number, scope, false, letters)).isEqualTo("b");
              assertThat(found(end, scope, false, letters)).isEqualTo("b");
            }));
    cases.add(
        dynamicTest(
            "who sees masked numbers learns no more by searching",
            () -> {
              assertThat(found("08765", scope, true, letters)).isEqualTo("d");
              assertThat(found("08765", scope, false, letters)).isEmpty();
              assertThat(found("8765", scope, false, letters)).isEqualTo("d b");
              assertThat(found("13900008765", scope, false, letters)).isEqualTo("d");
            }));
    cases.add(
        dynamicTest(
            "nothing out of scope is found or counted",
            () -> {
              EstateScope others = EstateScope.of(Set.of(estate().requireId()));
              assertThat(found("电梯", others, true, letters)).isEmpty();
              assertThat(list.countUpTo(filter("漏水", true), others, 10)).hasValue(0);
              assertThat(list.countUpTo(filter("漏水", true), scope, 10)).hasValue(2);
              assertThat(list.countUpTo(TicketFilter.ALL, scope, 3)).hasValue(3);
            }));
    return cases.stream();
  }

  @Test
  void pagesOfASearchFollowEachOther() {
    Estate estate = estate();
    Map<TicketNumber, String> letters = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      open(letters, estate, "路灯不亮", "", "", "", null, "");
    }
    EstateScope scope = EstateScope.of(Set.of(estate.requireId()));
    List<TicketNumber> seen = new ArrayList<>();
    Optional<TicketCursor> after = Optional.empty();
    do {
      TicketPage page = list.page(filter("路灯", true), scope, after, 2);
      page.rows().forEach(row -> seen.add(row.number()));
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(b.value(), a.value()));
  }

  @Test
  void whatAnOlderReleaseMadeIsMadeAnew() {
    Estate estate = estate();
    Map<TicketNumber, String> letters = new LinkedHashMap<>();
    open(letters, estate, "路灯不亮", "", "", "", null, "");
    EstateScope scope = EstateScope.of(Set.of(estate.requireId()));
    jdbc.sql("UPDATE ticket_search SET made_by = 0, terms = '', body = '' WHERE ticket = ?")
        .param(number(letters, "a").value())
        .update();
    assertThat(found("路灯", scope, true, letters)).isEmpty();

    renewal.renewAll();

    assertThat(found("路灯", scope, true, letters)).isEqualTo("a");
  }

  /** Nodes of before the column know nothing of it and leave it as it is. */
  @Test
  void whatAnOlderNodeWritesDuringAnUpgradeIsMadeAnewWithoutARestart() {
    renewal.renewAll();
    Estate estate = estate();
    Map<TicketNumber, String> letters = new LinkedHashMap<>();
    open(letters, estate, "路灯不亮", "", "", "", null, "");
    EstateScope scope = EstateScope.of(Set.of(estate.requireId()));
    jdbc.sql("UPDATE ticket_search SET terms = 'old', body = 'old' WHERE ticket = ?")
        .param(number(letters, "a").value())
        .update();
    assertThat(found("路灯", scope, true, letters)).isEmpty();

    renewal.renewAll();

    assertThat(found("路灯", scope, true, letters)).isEqualTo("a");
  }

  @Test
  void whatCannotBeCountedInTimeIsNotWaitedFor() throws SQLException {
    try (Connection other = source.getConnection();
        Statement lock = other.createStatement()) {
      lock.execute("LOCK TABLES ticket WRITE");
      try {
        long start = System.nanoTime();

        assertThat(list.countUpTo(TicketFilter.ALL, EstateScope.ALL, 3)).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
      } finally {
        lock.execute("UNLOCK TABLES");
      }
    }
  }

  @Test
  void theIndexIsUsed() {
    for (String typed : List.of("电梯坏了", "幸福 501", "8765", "梯")) {
      TicketConditions conditions =
          new TicketConditions(
              filter(typed, true), list.query(typed), EstateScope.ALL, Instant.EPOCH, false);
      List<String> access =
          jdbc.sql(
                  "EXPLAIN /*!90000 FORMAT=TRADITIONAL */ "
                      + TicketRowMapper.SELECT
                      + conditions.fromWhere()
                      + " ORDER BY t.opened_at DESC, t.number DESC LIMIT 31")
              .params(conditions.parameters())
              .query((row, n) -> row.getString("table") + " " + row.getString("type"))
              .list();
      assertThat(access).as(typed).contains("s fulltext", "t eq_ref");
    }
  }

  @Test
  void manyThatAreLateAreFoundLikeFew() {
    Estate estate = estate();
    Map<TicketNumber, String> letters = new LinkedHashMap<>();
    for (int i = 0; i < 6; i++) {
      open(letters, estate, "漏水", "", "", "", null, "");
    }
    Instant now = Instant.parse("2026-06-01T00:00:00Z");
    List<TicketNumber> numbers = List.copyOf(letters.keySet());
    jdbc.sql("DELETE FROM ticket_clock WHERE ticket IN (:numbers)")
        .param("numbers", numbers.stream().map(TicketNumber::value).toList())
        .update();
    clock(numbers.get(0), "accept", now.minusSeconds(1), null);
    clock(numbers.get(1), "accept", now, null);
    clock(numbers.get(2), "accept", now.minusSeconds(9), now.minusSeconds(5));
    clock(numbers.get(3), "accept", null, null);
    clock(numbers.get(4), "accept", now.minusSeconds(2), now.minusSeconds(1));
    clock(numbers.get(4), "solve", now.minusSeconds(1), null);

    EstateScope scope = EstateScope.of(Set.of(estate.requireId()));
    List<Long> few = late(scope, now, false);

    assertThat(few)
        .containsExactlyInAnyOrder(numbers.get(0).value(), numbers.get(4).value())
        .isEqualTo(late(scope, now, true));
  }

  private List<Long> late(EstateScope scope, Instant now, boolean many) {
    TicketConditions conditions =
        new TicketConditions(TicketFilter.ALL.due(Due.OVERDUE), null, scope, now, many);
    return jdbc.sql(
            "SELECT t.number FROM ticket t"
                + conditions.fromWhere()
                + " ORDER BY t.opened_at DESC, t.number DESC")
        .params(conditions.parameters())
        .query(Long.class)
        .list();
  }

  private void clock(
      TicketNumber ticket, String target, @Nullable Instant due, @Nullable Instant stopped) {
    jdbc.sql(
            "INSERT INTO ticket_clock (ticket, target, occurrence, position, kind, started_at,"
                + " within_ms, runs, due_at, state, stopped_at, left_ms, interruptions, rule_id,"
                + " rule_version, calendar_id, calendar_version) VALUES (:ticket, :target, 1, 1,"
                + " 'accept', '2026-05-01', 1, 'wall', :due, 'running', :stopped, 0, '[]', 'test', 1,"
                + " 'test', 1)")
        .param("ticket", ticket.value())
        .param("target", target)
        .param("due", due == null ? null : Utc.column(due))
        .param("stopped", stopped == null ? null : Utc.column(stopped))
        .update();
  }

  private Estate estate() {
    String name = "幸福" + UUID.randomUUID().toString().replaceAll("[^a-f]", "").concat("里");
    Estate estate = estates.save(Estate.named(name, List.of(), 1, List.of()));
    return estate;
  }

  private void open(
      Map<TicketNumber, String> letters,
      Estate estate,
      String text,
      String building,
      String unit,
      String room,
      @Nullable String phone,
      String name) {
    String call = SampleTickets.newCall();
    NewTicket draft = SampleTickets.draft(call, estate.requireId());
    Contents contents =
        new Contents(
            draft.contents().subject(),
            new TicketPlace(estate.requireId(), building, unit, room, ""),
            new Reporter(null, name, phone == null ? null : new PhoneNumber(phone)),
            text,
            false,
            false);
    Ticket ticket =
        tickets
            .open(
                SampleTickets.at(
                    SampleTickets.with(draft, contents), NOON.plusSeconds(letters.size())),
                Actor.call(new CallId(call)))
            .ticket();
    letters.put(ticket.number(), String.valueOf((char) ('a' + letters.size())));
  }

  private String found(
      String typed, EstateScope scope, boolean seesPhones, Map<TicketNumber, String> letters) {
    return list.page(filter(typed, seesPhones), scope, Optional.empty(), 50).rows().stream()
        .map(row -> letters.getOrDefault(row.number(), "?"))
        .collect(Collectors.joining(" "));
  }

  private static TicketNumber number(Map<TicketNumber, String> letters, String letter) {
    return letters.entrySet().stream()
        .filter(entry -> entry.getValue().equals(letter))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static TicketFilter filter(String text, boolean seesPhones) {
    return new TicketFilter(
            Set.of(), null, null, null, null, null, null, null, null, null, null, text)
        .seeingPhones(seesPhones);
  }
}
