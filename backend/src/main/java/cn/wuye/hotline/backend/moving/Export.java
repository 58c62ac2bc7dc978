package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Everything of the estates that somebody sees, as a ZIP of CSV files. Those of {@link Sheet} can
 * be imported again; the others tell what cannot: timelines, calls, transcripts, names of
 * recordings.
 */
@Component
public class Export {
  /** Tables that the export writes for people; the import passes over them. */
  static final Set<String> ONLY_WRITTEN =
      Set.of("说明", "工单历史", "通话", ExportTables.ADDITIONS, "通话内容", "转写", "录音");

  private static final Logger log = LoggerFactory.getLogger(Export.class);
  private static final String README =
      """
      物业热线导出。每个 .csv 是一张表：UTF-8（带 BOM），逗号分隔，时间为北京时间。
      小区、楼栋、住户、值班、工单 五张表可以原样导入（整个 ZIP 即可）；其余仅供查阅。
      以 = + - @ 开头的内容前面加了单引号，以免被表格软件当作公式；导入时自动去掉。
      Export of the property hotline: UTF-8 CSV, times of Asia/Shanghai. The first five tables can be imported again.
      """;

  private final ExportTables tables;
  private final Audit audit;

  Export(ExportTables tables, Audit audit) {
    this.tables = tables;
    this.audit = audit;
  }

  /** Whether this user may take data away at all. */
  public boolean allowed(SignedInUser user) {
    return user.takesDataAway();
  }

  /**
   * Writes all tables; little is in memory at any time.
   *
   * @throws AccessDeniedException when the user may not take data away
   */
  public void write(OutputStream out, SignedInUser by) throws IOException {
    if (!allowed(by)) {
      throw new AccessDeniedException("the role takes no data away");
    }
    // An administrator moves the data: without the numbers it could not be moved.
    boolean numbers = by.seesPhoneNumbers() || by.administers();
    log.info(
        "export begun by {} {}: {}, phone numbers {}",
        by,
        by.roles(),
        by.allEstates() ? "every estate" : by.estateIds().size() + " estates",
        numbers ? "in full" : "masked");
    audit.record(
        Audit.user(by.getUsername()),
        AuditAction.EXPORTED,
        "everything",
        Map.of(
            "allEstates",
            by.allEstates(),
            "estates",
            by.estateIds().size(),
            "numbersInFull",
            numbers));
    ExportTables.Reader reader = tables.reader(by.scope(), numbers);
    // Not closed when something fails: half an export must not look like a whole one.
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (ExportTables.Table table : reader.tables()) {
      zip.putNextEntry(new ZipEntry(table.name() + ".csv"));
      table.write(zip);
      zip.closeEntry();
    }
    zip.putNextEntry(new ZipEntry("说明.txt"));
    zip.write(README.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.finish();
    zip.flush();
    log.info("export by {} is complete", by);
  }

  static List<String> headers(Sheet sheet) {
    return sheet.columns().stream().map(Column::zh).toList();
  }
}
