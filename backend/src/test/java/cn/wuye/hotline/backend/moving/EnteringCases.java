package cn.wuye.hotline.backend.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.moving.ImportReport.SheetLine;
import cn.wuye.hotline.backend.persistence.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Something happens while an import is entered, on every database. */
abstract class EnteringCases {
  private static final String[] RESIDENT = {"住户编号", "姓名", "电话", "小区", "楼栋", "房号"};
  private static final int RESIDENTS = 1_200;
  // The last row of a chunk may go on in the next one, so it is left to that.
  private static final int FIRST_CHUNK = 499;

  @Autowired Imports imports;
  @Autowired Runs runs;
  @Autowired Stage stage;
  @Autowired Faults faults;
  @Autowired Judging judging;
  @Autowired DuplicateLinks links;
  @Autowired Counting counting;
  @Autowired ImportTidying tidying;
  @Autowired ImportWork work;
  @Autowired ImportWorker worker;
  @Autowired List<SheetRules> rules;
  @Autowired Transactions transactions;
  @Autowired PlatformTransactionManager manager;
  @Autowired JdbcTemplate template;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired HotlineProperties properties;

  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private final String estate = "甲小区" + tag;
  private final String other = "乙小区" + tag;

  @Test
  void whatANodeThatDiedLeftIsEnteredOnceAndNothingTwice() throws Exception {
    ImportRun run = driver().checked(residents(), "r.xlsx");

    enteredByANodeThat(run, false, dies());

    assertThat(count()).isEqualTo(FIRST_CHUNK);
    ImportRun done = driver().await(run.id(), RunState.DONE);
    assertThat(count()).isEqualTo(RESIDENTS);
    assertThat(driver().line(done, Sheet.RESIDENTS).add()).isEqualTo(RESIDENTS);
  }

  @Test
  void whatIsGivenUpInTheMiddleSaysEachRowThatIsMissingAndARepeatAddsThose() throws Exception {
    ImportRun run = driver().checked(residents(), "r.xlsx");

    enteredByANodeThat(run, false, fails());

    ImportRun stopped = driver().await(run.id(), RunState.FAILED);
    assertThat(stopped.failure()).isEqualTo("stopped");
    assertThat(count()).isEqualTo(FIRST_CHUNK);
    SheetLine line = driver().line(stopped, Sheet.RESIDENTS);
    assertThat(List.of(line.add(), line.refused()))
        .containsExactly((long) FIRST_CHUNK, (long) RESIDENTS - FIRST_CHUNK);
    assertThat(imports.faults(stopped, RESIDENTS))
        .hasSize(RESIDENTS - FIRST_CHUNK)
        .allMatch(fault -> fault.code().equals("not-entered"))
        .extracting(Fault::row)
        .startsWith(FIRST_CHUNK + 2)
        .endsWith(RESIDENTS + 1);

    ImportRun again = driver().checked(residents(), "r.xlsx");
    SheetLine repeated = driver().line(again, Sheet.RESIDENTS);
    assertThat(List.of(repeated.add(), repeated.same()))
        .containsExactly((long) RESIDENTS - FIRST_CHUNK, (long) FIRST_CHUNK);
    driver().entered(again, false);
    assertThat(count()).isEqualTo(RESIDENTS);
  }

  @Test
  void allOrNothingIsNothingWhenSomebodyRenamesAnEstateBetweenTwoChunks() throws Exception {
    estate(estate);
    estate(other);
    byte[] file =
        book(new TestBook())
            .row("工单", "原工单号", "分类", "状态", "小区", "内容", "提交时间")
            .row("工单", "T" + tag, "设施设备", "已归档", other, "电梯停了" + tag, "2025-01-02 10:00")
            .bytes();
    ImportRun run = driver().checked(file, "r.xlsx");
    assertThat(imports.faultCount(run)).isZero();

    enteredByANodeThat(run, true, atTheSecondChunk(() -> rename(other, "丙" + tag)));

    ImportRun refused = driver().await(run.id(), RunState.FAILED);
    assertThat(refused.failure()).isEqualTo("changed-meanwhile");
    assertThat(count()).isZero();
    assertThat(imports.faults(refused, 10))
        .extracting(fault -> fault.row() + " " + fault.column() + " " + fault.code())
        .containsExactly("2 estate estate");
    assertThat(driver().line(refused, Sheet.RESIDENTS).add()).isZero();

    rename("丙" + tag, other);
    ImportRun whole = driver().entered(driver().checked(file, "r.xlsx"), true);
    assertThat(driver().line(whole, Sheet.RESIDENTS).add()).isEqualTo(RESIDENTS);
    assertThat(count()).isEqualTo(RESIDENTS);
    ImportRun repeated = driver().checked(file, "r.xlsx");
    assertThat(imports.report(repeated).sheets())
        .allMatch(line -> line.add() + line.change() + line.refused() == 0);
  }

  @Test
  void aTicketThatIsJoinedToAnotherIsANewVersionOfItselfOnce() throws Exception {
    estate(estate);
    byte[] file =
        new TestBook()
            .row("工单", "原工单号", "分类", "状态", "小区", "内容", "提交时间", "并入工单")
            .row("工单", "D" + tag, "设施设备", "重复", estate, "电梯停了", "2025-01-02 10:00", "S" + tag)
            .row("工单", "S" + tag, "设施设备", "已归档", estate, "电梯停了", "2025-01-02 09:00", "")
            .bytes();
    ImportRun run = driver().entered(driver().checked(file, "d.xlsx"), false);
    long joined = version("D" + tag);

    assertThat(joined).isPositive();
    assertThat(version("S" + tag)).isZero();
    ImportLock lock = new ImportLock(jdbc, clock, properties);
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(lock::take);
    new DuplicateLinks(stage, lock, transactions, template).link(run);
    lock.release();
    assertThat(version("D" + tag)).isEqualTo(joined);
  }

  private long version(String number) {
    return jdbc.sql("SELECT version FROM ticket WHERE origin_key LIKE ?")
        .param("%" + number)
        .query(Long.class)
        .single();
  }

  @Test
  void allOrNothingBeginsAnewWhereANodeDied() throws Exception {
    ImportRun run = driver().checked(residents(), "r.xlsx");

    enteredByANodeThat(run, true, dies());

    assertThat(count()).isZero();
    driver().await(run.id(), RunState.DONE);
    assertThat(count()).isEqualTo(RESIDENTS);
  }

  @Test
  void allOrNothingSaysWhichRowTheDatabaseRefused() throws Exception {
    byte[] file =
        new TestBook()
            .row("小区", "小区")
            .row("小区", estate)
            .row("楼栋", "小区", "楼栋")
            .row("楼栋", estate, "A栋")
            .row("楼栋", estate, "Ä栋")
            .bytes();
    ImportRun run = driver().checked(file, "b.xlsx");
    assertThat(imports.faultCount(run)).isZero();

    driver().begun(run, true);

    ImportRun refused = driver().await(run.id(), RunState.FAILED);
    assertThat(imports.faults(refused, 10))
        .extracting(fault -> fault.sheet() + " " + fault.row() + " " + fault.code())
        .containsExactly("buildings 3 database");
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM estate WHERE name = ?")
                .param(estate)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void moreRowsThanFitIntoOneTransactionAreNotEnteredAsAWhole() throws Exception {
    ImportRun run = driver().checked(residents(), "r.xlsx");
    jdbc.sql("UPDATE import_run SET rows_read = ? WHERE id = ?")
        .params(Imports.MOST_AS_A_WHOLE + 1, run.id())
        .update();

    assertThat(imports.enter(run.id(), true, ImportDriver.ADMIN))
        .isEqualTo(Imports.Entering.TOO_MANY);
    assertThat(runs.find(run.id()).orElseThrow().state()).isEqualTo(RunState.CHECKED);
  }

  @Test
  void severalDwellingsStayWhenTheSameIsEnteredAgain() throws Exception {
    byte[] first = twoDwellings("1号楼");
    driver().entered(driver().checked(first, "d.xlsx"), false);
    driver().entered(driver().checked(twoDwellings("2号楼"), "d.xlsx"), false);

    assertThat(
            jdbc.sql(
                    "SELECT d.room FROM resident_dwelling d JOIN resident r ON r.id = d.resident_id"
                        + " WHERE r.external_id = ? ORDER BY d.position")
                .param("R" + tag + "-two")
                .query(String.class)
                .list())
        .containsExactly("101", "102");
  }

  @Test
  void rowsAreRemovedWhenAnImportHasEndedAndItsCountsStay() throws Exception {
    ImportRun done = driver().entered(driver().checked(residents(), "r.xlsx"), false);

    worker.now();
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rows(done) == 0);

    assertThat(driver().line(done, Sheet.RESIDENTS).add()).isEqualTo(RESIDENTS);
    assertThat(driver().line(done, Sheet.ESTATES).add()).isEqualTo(1);
  }

  @Test
  void whatNobodyEntersForADayIsRemoved() throws Exception {
    ImportRun checked = driver().checked(residents(), "r.xlsx");
    assertThat(rows(checked)).isGreaterThan(RESIDENTS);
    jdbc.sql("UPDATE import_run SET changed_at = changed_at - INTERVAL 25 HOUR WHERE id = ?")
        .param(checked.id())
        .update();

    worker.now();

    ImportRun expired = driver().await(checked.id(), RunState.FAILED);
    assertThat(expired.failure()).isEqualTo("expired");
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rows(expired) == 0);
    assertThat(imports.enter(expired.id(), false, ImportDriver.ADMIN))
        .isEqualTo(Imports.Entering.NOT_NOW);
  }

  @Test
  void whatIsNotAuditedIsNotEntered() throws Exception {
    ImportRun checked = driver().checked(residents(), "r.xlsx");
    Imports unaudited =
        new Imports(
            runs,
            stage,
            faults,
            work,
            worker,
            (actor, action, subject, details) -> {
              throw new IllegalStateException("no audit");
            },
            transactions,
            properties);

    assertThatThrownBy(() -> unaudited.enter(checked.id(), false, ImportDriver.ADMIN))
        .hasMessage("no audit");

    assertThat(runs.find(checked.id()).orElseThrow().state()).isEqualTo(RunState.CHECKED);
  }

  /** What a node does to the second chunk of residents. */
  private interface Trouble {
    void at(int chunk);
  }

  private static Trouble dies() {
    return atTheSecondChunk(
        () -> {
          throw new ImportLock.Lost();
        });
  }

  private static Trouble fails() {
    return atTheSecondChunk(
        () -> {
          throw new IllegalStateException("provoked");
        });
  }

  private static Trouble atTheSecondChunk(Runnable what) {
    return chunk -> {
      if (chunk == 2) {
        what.run();
      }
    };
  }

  /** Enters with another node's lock, so that the application's own worker stays away. */
  private void enteredByANodeThat(ImportRun run, boolean allOrNothing, Trouble trouble) {
    ImportLock lock = new ImportLock(jdbc, clock, properties);
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(lock::take);
    driver().begun(run, allOrNothing);
    AtomicInteger chunk = new AtomicInteger();
    Chunks troubled =
        new Chunks(
            stage,
            clock,
            rules.stream()
                .map(
                    rule -> rule.sheet() == Sheet.RESIDENTS ? troubled(rule, chunk, trouble) : rule)
                .toList());
    DuplicateLinks own = new DuplicateLinks(stage, lock, transactions, template);
    ImportWork itsWork =
        new ImportWork(
            runs,
            stage,
            faults,
            judging,
            new Entering(
                runs, stage, faults, troubled, own, counting, lock, transactions, template, jdbc),
            new EnteringWhole(
                runs, stage, faults, troubled, own, counting, lock, transactions, template, jdbc),
            tidying,
            lock,
            clock,
            properties);
    // The application's worker may look at the lock in the same moment: then it is skipped once.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              itsWork.round();
              return chunk.get() >= 2;
            });
  }

  private static SheetRules troubled(SheetRules rules, AtomicInteger chunk, Trouble trouble) {
    return new SheetRules() {
      @Override
      public Sheet sheet() {
        return rules.sheet();
      }

      @Override
      public String key(StagedRow row) {
        return rules.key(row);
      }

      @Override
      public List<Verdict> judge(List<List<StagedRow>> things, Check check) {
        trouble.at(chunk.incrementAndGet());
        return rules.judge(things, check);
      }
    };
  }

  private void rename(String from, String to) {
    TransactionTemplate somebodyElse = new TransactionTemplate(manager);
    somebodyElse.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    somebodyElse.executeWithoutResult(
        status -> jdbc.sql("UPDATE estate SET name = ? WHERE name = ?").params(to, from).update());
  }

  private void estate(String name) {
    jdbc.sql("INSERT INTO estate (version, name, aliases, position) VALUES (0, ?, '', 1)")
        .param(name)
        .update();
  }

  private byte[] residents() {
    return book(new TestBook().row("小区", "小区").row("小区", estate)).bytes();
  }

  private TestBook book(TestBook book) {
    book.row("住户", RESIDENT);
    for (int n = 0; n < RESIDENTS; n++) {
      book.row("住户", "R" + tag + "-" + n, "住户" + n, "", estate, "1号楼", "" + n);
    }
    return book;
  }

  private byte[] twoDwellings(String building) {
    return new TestBook()
        .row("小区", "小区")
        .row("小区", estate)
        .row("楼栋", "小区", "楼栋")
        .row("楼栋", estate, building)
        .row("住户", RESIDENT)
        .row("住户", "R" + tag + "-two", "两处", "", estate, "1号楼", "101")
        .row("住户", "R" + tag + "-two", "两处", "", estate, "1号楼", "102")
        .bytes();
  }

  private long count() {
    return jdbc.sql("SELECT COUNT(*) FROM resident WHERE external_id LIKE ?")
        .param("R" + tag + "-%")
        .query(Long.class)
        .single();
  }

  private long rows(ImportRun run) {
    return jdbc.sql("SELECT COUNT(*) FROM import_row WHERE run_id = ?")
        .param(run.id())
        .query(Long.class)
        .single();
  }

  private ImportDriver driver() {
    return new ImportDriver(imports);
  }
}
