package cn.wuye.hotline.backend.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.moving.ImportReport.SheetLine;
import cn.wuye.hotline.backend.moving.table.BadFileException;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Imports, from the file to the last row, on every database. */
abstract class ImportCases {
  private static final Logger log = LoggerFactory.getLogger(ImportCases.class);
  private static final int RESIDENTS = 5_000;
  private static final String[] RESIDENT = {"住户编号", "姓名", "电话", "方言", "小区", "楼栋", "单元", "房号"};
  private static final String[] TICKET = {"原工单号", "分类", "细类", "状态", "小区", "电话", "内容", "提交时间"};

  @Autowired Imports imports;
  @Autowired ImportLock lock;
  @Autowired TicketList tickets;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;
  @Autowired PasswordEncoder encoder;

  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private final String estate = "导入小区" + tag;

  @Test
  void fiveThousandResidentsWithFiftyFaultyRows() throws Exception {
    List<String> expected = new ArrayList<>();
    byte[] file = residentsWithFaults(expected);
    long before = count("resident");
    Instant start = Instant.now();

    ImportRun checked = checked(file, "residents.xlsx");

    assertThat(count("resident")).isEqualTo(before);
    assertThat(imports.faults(checked, 100))
        .extracting(f -> f.row() + " " + f.letter() + " " + f.column() + " " + f.code())
        .containsExactlyElementsOf(expected)
        .hasSize(50);
    assertThat(line(checked, Sheet.RESIDENTS))
        .isEqualTo(
            new SheetLine(
                Sheet.RESIDENTS, before, RESIDENTS - 50, 0, 0, 50, before + RESIDENTS - 50));
    assertThat(imports.enter(checked.id(), true, ImportDriver.ADMIN))
        .isEqualTo(Imports.Entering.FAULTY);

    ImportRun done = entered(checked);

    log.warn(
        "measured: 5,000 residents checked and entered in {}",
        Duration.between(start, Instant.now()));
    assertThat(count("resident")).isEqualTo(before + RESIDENTS - 50);
    assertThat(line(done, Sheet.RESIDENTS).after()).isEqualTo(before + RESIDENTS - 50);
    assertThat(imports.report(done).residents())
        .filteredOn(sum -> sum.name().equals(estate))
        .singleElement()
        .matches(sum -> sum.added() == RESIDENTS - 50 && sum.fits());

    ImportRun again = checked(file, "residents.xlsx");

    assertThat(line(again, Sheet.RESIDENTS).same()).isEqualTo(RESIDENTS - 50);
    assertThat(line(again, Sheet.RESIDENTS).add() + line(again, Sheet.RESIDENTS).change()).isZero();
    assertThat(line(again, Sheet.ESTATES).same()).isEqualTo(1);
  }

  @Test
  void everythingOfAnEstateComesInTheOrderInWhichItDepends() throws Exception {
    String phone = "139" + (10_000_000 + Math.abs(tag.hashCode() % 80_000_000));
    byte[] file =
        new TestBook()
            .row("说明", "不用读")
            .row("工单", TICKET)
            .row(
                "工单",
                "A-1" + tag,
                "设施设备",
                "电梯故障",
                "已归档",
                estate,
                phone,
                "电梯老是坏" + tag,
                "2024-08-15 08:12")
            .row("工单", "A-2" + tag, "facilities", "", "重复", "别名" + tag, "", "又坏了", "2024/8/16")
            .row("住户", RESIDENT)
            .row(
                "住户", "R" + tag, "王秀英", phone + "；0571-87654321", "粤语", estate, "1号楼", "2单元", "502")
            .row("住户", "R" + tag, "王秀英", "", "", estate, "2号楼", "1单元", "301")
            .row("值班", "小区", "名单", "姓名", "电话")
            .row("值班", estate, "值班", "王师傅", "13900000009")
            .row("楼栋", "小区", "楼栋")
            .row("楼栋", estate, "1号楼")
            .row("楼栋", "示例：阳光花园", "9号楼")
            .row("楼栋", estate, "2号楼")
            .row("小区", "小区", "别名")
            .row("小区", estate, "别名" + tag)
            .bytes();

    ImportRun done = entered(checked(file, "all.xlsx"));

    assertThat(imports.faultCount(done)).isZero();
    assertThat(imports.report(done).sheets())
        .extracting(SheetLine::add)
        .containsExactly(1L, 2L, 1L, 1L, 2L);
    TicketRow old = found("A-1" + tag);
    assertThat(old.state()).isEqualTo(State.ARCHIVED);
    assertThat(old.openedAt()).isEqualTo(Instant.parse("2024-08-15T00:12:00Z"));
    assertThat(old.estateName()).isEqualTo(estate);
    assertThat(old.contents().reporter().residentId()).isNotNull();
    assertThat(found("电梯老是坏" + tag).number()).isEqualTo(old.number());
    assertThat(
            jdbc.sql(
                    "SELECT GROUP_CONCAT(d.building ORDER BY d.position) FROM resident r JOIN"
                        + " resident_dwelling d ON d.resident_id = r.id WHERE r.external_id = ?")
                .param("R" + tag)
                .query(String.class)
                .single())
        .isEqualTo("1号楼,2号楼");

    ImportRun again = checked(file, "all.xlsx");
    assertThat(imports.report(again).sheets())
        .allMatch(l -> l.add() + l.change() + l.refused() == 0);
  }

  @Test
  void aTicketThatWasWorkedOnHereIsNotOverwritten() throws Exception {
    String number = "B" + tag;
    entered(checked(tickets(number, "处理中", "灯坏了"), "t.xlsx"));
    entered(checked(tickets(number, "已解决", "灯坏了，已修"), "t.xlsx"));
    TicketRow now = found(number);
    assertThat(now.state()).isEqualTo(State.SOLVED);

    jdbc.sql(
            "INSERT INTO ticket_event (ticket, ticket_version, happened_at, kind, actor, details)"
                + " VALUES (?, 1, '2026-01-01', 'note-added', 'user:x', '{}')")
        .param(now.number().value())
        .update();
    ImportRun third = checked(tickets(number, "已归档", "灯坏了"), "t.xlsx");

    assertThat(imports.faults(third, 10)).extracting(Fault::code).containsExactly("worked-on");
  }

  @Test
  void whoIsSilentForTooLongLosesTheLock() {
    Awaitility.await().until(lock::take);
    jdbc.sql("UPDATE import_lock SET holder = 'other' WHERE id = 1").update();

    assertThat(lock.take()).isFalse();
    assertThatThrownBy(lock::renew).isInstanceOf(ImportLock.Lost.class);

    jdbc.sql("UPDATE import_lock SET until = '2000-01-01' WHERE id = 1").update();
    Awaitility.await().until(lock::take);
    lock.release();
  }

  @Test
  void overRestAFileIsCheckedAndItsFaultsAreAFile() throws Exception {
    Http http = new Http(mvc, TestUsers.admin(jdbc, encoder));
    byte[] file =
        new TestBook().row("住户", RESIDENT).row("住户", "", "王", "13800000001", "", "没有的小区").bytes();

    Http.Reply sent = http.send(upload(file));
    String path = sent.header("Location");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> http.get(path).<String>at("$.state").equals("checked"));

    assertThat(sent.status()).isEqualTo(202);
    assertThat(http.get(path).<Integer>at("$.sheets[0].refused")).isEqualTo(1);
    assertThat(http.get(path + "/faults.csv").body()).contains("住户,2,小区 (E),没有的小区,没有这个小区,");
    assertThat(http.post(path + "/enter?allOrNothing=true", "").status()).isEqualTo(409);
    Http agent = new Http(mvc, TestUsers.agent(jdbc, encoder));
    assertThat(agent.send(upload(file)).status()).isEqualTo(403);
    assertThat(agent.get("/api/v1/export.zip").status()).isEqualTo(403);
    assertThatThrownBy(() -> imports.latest(Staff.signedIn(Role.ADMIN, 1L)))
        .isInstanceOf(AccessDeniedException.class);
  }

  private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder upload(
      byte[] file) {
    return MockMvcRequestBuilders.request(
            HttpMethod.POST, java.net.URI.create("/api/v1/imports?name=a.xlsx"))
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .content(file);
  }

  /** Every hundredth row has a fault, each time of another kind. */
  private byte[] residentsWithFaults(List<String> expected) {
    TestBook book = new TestBook().row("小区", "小区").row("小区", estate).row("住户", RESIDENT);
    for (int n = 0; n < RESIDENTS; n++) {
      String[] row = {
        "", "住户" + n, "136" + (10_000_000 + n), "普通话", estate, n % 30 + "号楼", "1单元", "" + n
      };
      if (n % 100 == 57) {
        switch (n / 100 % 5) {
          case 0 -> fault(row, 2, "1360", "phones", "C", "phone", expected, n);
          case 1 -> fault(row, 1, "", "name", "B", "required", expected, n);
          case 2 -> fault(row, 4, "阴光花园", "estate", "E", "estate", expected, n);
          case 3 -> fault(row, 3, "火星话", "dialect", "D", "code", expected, n);
          default -> fault(row, 7, "9".repeat(31), "room", "H", "too-long", expected, n);
        }
        row[2] = row[2].equals("1360") ? "12345678901234567890123" : row[2];
      }
      book.row("住户", row);
    }
    return book.bytes();
  }

  private static void fault(
      String[] row,
      int column,
      String value,
      String code,
      String letter,
      String fault,
      List<String> expected,
      int n) {
    row[column] = value;
    expected.add((n + 2) + " " + letter + " " + code + " " + fault);
  }

  private byte[] tickets(String number, String state, String text) {
    return new TestBook()
        .row("工单", TICKET)
        .row("工单", number, "设施设备", "", state, "", "", text + tag, "2025-01-02 10:00")
        .bytes();
  }

  private ImportRun checked(byte[] file, String name) throws IOException, BadFileException {
    return driver().checked(file, name);
  }

  private ImportRun entered(ImportRun checked) {
    return driver().entered(checked, false);
  }

  private SheetLine line(ImportRun run, Sheet sheet) {
    return driver().line(run, sheet);
  }

  private ImportDriver driver() {
    return new ImportDriver(imports);
  }

  private TicketRow found(String text) {
    TicketFilter filter =
        new TicketFilter(
            Set.of(), null, null, null, null, null, null, null, null, null, null, text);
    List<TicketRow> rows = tickets.page(filter, EstateScope.ALL, Optional.empty(), 10).rows();
    assertThat(rows).as(text).hasSize(1);
    return rows.get(0);
  }

  private long count(String table) {
    return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
  }
}
