package cn.wuye.hotline.backend.moving;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.moving.ImportReport.SheetLine;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is taken out can be brought in again, on every database. */
abstract class ExportCases {
  @Autowired Export export;
  @Autowired Imports imports;
  @Autowired Estates estates;
  @Autowired Residents residents;
  @Autowired JdbcClient jdbc;

  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private long estate;
  private String estateName = "";

  @BeforeEach
  void anEstateWithAnOldResident() {
    Estate saved = estates.save(SampleEstates.another(estates).withPersonFromAge(65));
    estate = saved.requireId().value();
    estateName = saved.name();
    residents.save(
        Resident.named(
                "王秀英" + tag,
                "cmn",
                IntStream.range(0, 100)
                    .mapToObj(n -> new PhoneNumber("13800001" + (100 + n)))
                    .toList(),
                List.of(new Resident.Dwelling(saved.requireId(), "1号楼", "", "502")))
            .born(1950));
  }

  @Test
  void whatWasExportedIsTheSameAndBringsBackWhatWasLost() throws Exception {
    byte[] zip = exported();

    ImportRun same = driver().checked(zip, "export.zip");
    assertThat(imports.faultCount(same)).isZero();
    assertThat(imports.report(same).sheets())
        .extracting(SheetLine::add, SheetLine::change)
        .containsOnly(org.assertj.core.groups.Tuple.tuple(0L, 0L));

    jdbc.sql("UPDATE resident SET birth_year = NULL WHERE name = ?").param("王秀英" + tag).update();
    jdbc.sql("UPDATE estate SET person_from_age = NULL WHERE id = ?").param(estate).update();
    ImportRun lost = driver().checked(zip, "export.zip");
    assertThat(driver().line(lost, Sheet.ESTATES).change()).isEqualTo(1);
    assertThat(driver().line(lost, Sheet.RESIDENTS).change()).isEqualTo(1);
    driver().entered(lost, true);

    assertThat(
            jdbc.sql(
                    "SELECT CONCAT(r.birth_year, '/', e.person_from_age) FROM resident r"
                        + " JOIN resident_dwelling d ON d.resident_id = r.id"
                        + " JOIN estate e ON e.id = d.estate_id WHERE r.name = ?")
                .param("王秀英" + tag)
                .query(String.class)
                .single())
        .isEqualTo("1950/65");
  }

  @Test
  void everyNumberOfAResidentIsThereHoweverMany() throws Exception {
    assertThat(tables(exported()).get("住户"))
        .contains("13800001100;13800001101;")
        .contains(";13800001199,");
  }

  @Test
  void aBadYearAndABadAgeAreToldByRowAndColumn() throws Exception {
    byte[] file =
        new TestBook()
            .row("小区", "小区", "转人工年龄")
            .row("小区", "某小区" + tag, "30")
            .row("住户", "姓名", "小区", "出生年份")
            .row("住户", "张三", estateName, "1949")
            .row("住户", "李四", estateName, "1899")
            .row("住户", "王五", estateName, "3000")
            .row("住户", "赵六", estateName, "五零年")
            .bytes();

    ImportRun checked = driver().checked(file, "years.xlsx");

    assertThat(imports.faults(checked, 10))
        .extracting(f -> f.sheet() + " " + f.row() + " " + f.letter() + " " + f.column())
        .containsExactly(
            "estates 2 B person-from-age",
            "residents 3 C birth-year",
            "residents 4 C birth-year",
            "residents 5 C birth-year");
    assertThat(imports.faults(checked, 10)).allMatch(fault -> fault.code().equals("number"));
    assertThat(driver().line(checked, Sheet.RESIDENTS).add()).isEqualTo(1);
  }

  @Test
  void anEstatesUsualDialectAndAnUnknownOneAreMoved() throws Exception {
    byte[] file =
        new TestBook()
            .row("小区", "小区", "方言")
            .row("小区", estateName, "火星话")
            .row("小区", "某小区" + tag, "广东话")
            .row("住户", "姓名", "小区", "电话", "方言")
            .row("住户", "张三", "某小区" + tag, "13800004711", "未知")
            .bytes();
    ImportRun checked = driver().checked(file, "dialects.xlsx");
    assertThat(imports.faults(checked, 10))
        .extracting(f -> f.sheet() + " " + f.row() + " " + f.code())
        .containsExactly("estates 2 code");

    byte[] right =
        new TestBook()
            .row("小区", "小区", "方言")
            .row("小区", estateName, "cmn-sichuan")
            .row("小区", "某小区" + tag, "粤语")
            .row("住户", "姓名", "小区", "电话", "方言")
            .row("住户", "张三" + tag, "某小区" + tag, "13800004711", "未知")
            .bytes();
    driver().entered(driver().checked(right, "dialects.xlsx"), false);

    assertThat(
            jdbc.sql(
                    "SELECT CONCAT(e.name, ' ', e.dialect) FROM estate e WHERE e.name IN (?, ?)"
                        + " ORDER BY e.dialect")
                .params(estateName, "某小区" + tag)
                .query(String.class)
                .list())
        .containsExactly(estateName + " cmn-SC", "某小区" + tag + " yue");
    assertThat(
            jdbc.sql("SELECT dialect FROM resident WHERE name = ?")
                .param("张三" + tag)
                .query(String.class)
                .single())
        .isEmpty();
    assertThat(tables(exported()).get("小区")).contains(estateName, ",cmn-SC");
  }

  @Test
  void aCallThatAddedToATicketIsExportedWithIt() throws Exception {
    byte[] ticket =
        new TestBook()
            .row("工单", "原工单号", "分类", "状态", "小区", "内容", "提交时间")
            .row("工单", "T" + tag, "设施设备", "处理中", estateName, "灯坏了", "2025-01-02 10:00")
            .bytes();
    driver().entered(driver().checked(ticket, "t.xlsx"), false);
    String call = "call-" + tag;
    jdbc.sql(
            "INSERT INTO call_record (call_id, caller, node, answered_at)"
                + " VALUES (?, '13800001100', 'n', '2026-01-01')")
        .param(call)
        .update();
    jdbc.sql(
            "INSERT INTO call_turn (call_id, position, who, kind, text, from_ms, to_ms)"
                + " VALUES (?, 0, 'caller', 'said', ?, 0, 1)")
        .params(call, "还没修" + tag)
        .update();
    jdbc.sql(
            "INSERT INTO recording (call_id, kind, storage_key, content_type, bytes, duration_ms,"
                + " sha256, recorded_at, stored_at)"
                + " VALUES (?, 'mixed', ?, 'audio/wav', 1, 1, '', '2026-01-01', '2026-01-01')")
        .params(call, "key-" + tag)
        .update();
    jdbc.sql(
            "INSERT INTO transcript (recording_id, engine, language, text, created_at)"
                + " SELECT id, 'e', 'cmn', ?, '2026-01-01' FROM recording WHERE call_id = ?")
        .params("转写" + tag, call)
        .update();
    jdbc.sql(
            "INSERT INTO call_addition (call_id, ticket, text, unfinished, needs_transcript,"
                + " called_at) SELECT ?, number, ?, FALSE, FALSE, '2026-01-01' FROM ticket"
                + " WHERE origin_key = ?")
        .params(call, "灯还没修", OldTicket.origin("old", "T" + tag))
        .update();

    Map<String, String> tables = tables(exported());

    assertThat(tables.get("补充来电")).contains(call + ",old,T" + tag).contains("灯还没修");
    assertThat(tables.get("通话")).contains(call);
    assertThat(tables.get("通话内容")).contains("还没修" + tag);
    assertThat(tables.get("录音")).contains("key-" + tag);
    assertThat(tables.get("转写")).contains("转写" + tag);
  }

  /** Everything of the one estate, for an administrator of that one. */
  private byte[] exported() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    export.write(zip, Staff.signedIn(Role.ADMIN, estate));
    return zip.toByteArray();
  }

  private static Map<String, String> tables(byte[] zip) throws IOException {
    Map<String, String> tables = new HashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        tables.put(
            entry.getName().replace(".csv", ""),
            new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return tables;
  }

  private ImportDriver driver() {
    return new ImportDriver(imports);
  }
}
