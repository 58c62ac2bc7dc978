package cn.wuye.hotline.backend.moving.api;

import cn.wuye.hotline.backend.moving.ImportReport;
import cn.wuye.hotline.backend.moving.ImportReport.SumLine;
import cn.wuye.hotline.backend.moving.ImportRun;
import java.time.Instant;
import java.util.List;

/**
 * An import.
 *
 * @param state {@code reading, checking, checked, entering, done, failed}
 * @param failure why it was given up; empty string when it was not
 * @param rowsDone of {@code rowsRead}, in the present stage
 */
record ImportView(
    String id,
    String file,
    String source,
    String state,
    boolean allOrNothing,
    String failure,
    int rowsRead,
    int rowsDone,
    long faults,
    String startedBy,
    Instant createdAt,
    Instant changedAt,
    List<SheetView> sheets,
    List<SumLine> residentsByEstate,
    List<SumLine> ticketsByEstate,
    List<SumLine> ticketsByCategory) {
  static ImportView of(ImportRun run, ImportReport report, long faults) {
    return new ImportView(
        Long.toString(run.id()),
        run.fileName(),
        run.source(),
        run.state().code(),
        run.allOrNothing(),
        run.failure(),
        run.rowsRead(),
        run.rowsDone(),
        faults,
        run.startedBy(),
        run.createdAt(),
        run.changedAt(),
        report.sheets().stream().map(SheetView::of).toList(),
        report.residents(),
        report.ticketsByEstate(),
        report.ticketsByCategory());
  }

  /** The counts of one sheet; {@code refused} counts rows, the others things. */
  record SheetView(
      String sheet, long before, long add, long change, long same, long refused, long after) {
    static SheetView of(ImportReport.SheetLine line) {
      return new SheetView(
          line.sheet().code(),
          line.before(),
          line.add(),
          line.change(),
          line.same(),
          line.refused(),
          line.after());
    }
  }
}
