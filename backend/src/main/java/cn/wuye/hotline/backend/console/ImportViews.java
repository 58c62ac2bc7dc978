package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.moving.Fault;
import cn.wuye.hotline.backend.moving.FaultTexts;
import cn.wuye.hotline.backend.moving.ImportReport;
import cn.wuye.hotline.backend.moving.ImportRun;
import cn.wuye.hotline.backend.moving.RunState;
import cn.wuye.hotline.backend.user.StaffNames;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts imports into words. */
@Component
class ImportViews {
  private final Labels labels;
  private final Choices choices;
  private final StaffNames staff;

  ImportViews(Labels labels, Choices choices, StaffNames staff) {
    this.labels = labels;
    this.choices = choices;
    this.staff = staff;
  }

  /**
   * An import.
   *
   * @param tone colour of its state's badge
   * @param working it moves on by itself
   * @param checked it waits to be entered
   */
  record Run(
      String id,
      String file,
      String state,
      String tone,
      String by,
      String progress,
      String failure,
      boolean working,
      boolean checked,
      boolean done) {}

  /** A fault in words. */
  record FaultLine(
      String sheet,
      String row,
      String column,
      String value,
      String what,
      String toDo,
      boolean notice) {}

  /** Counts and sums in words. */
  record Report(List<Counts> sheets, List<Sums> sums, boolean anything) {}

  /** A sheet's counts. */
  record Counts(
      String sheet, long before, long add, long change, long same, long refused, long after) {}

  /** Sums of one kind. */
  record Sums(String title, List<Sum> lines) {}

  /**
   * One sum.
   *
   * @param fits false when what was counted is not what was expected
   */
  record Sum(String name, long before, long added, long after, boolean fits) {}

  Run line(ImportRun run) {
    String[] failure = run.failure().split(" ", 2);
    return new Run(
        Long.toString(run.id()),
        run.fileName(),
        labels.name("import.state", run.state()),
        tone(run.state()),
        labels.text("import.by", staff.of(run.startedBy()), labels.time(run.createdAt())),
        run.state().working()
            ? labels.text(
                "import.progress",
                Integer.toString(run.rowsDone()),
                Integer.toString(run.rowsRead()))
            : labels.text("import.rows", Integer.toString(run.rowsRead())),
        run.failure().isEmpty()
            ? ""
            : labels.text("import.failure." + failure[0], failure.length > 1 ? failure[1] : ""),
        run.state().working(),
        run.state() == RunState.CHECKED,
        run.state() == RunState.DONE);
  }

  FaultLine fault(Fault fault, FaultTexts texts) {
    return new FaultLine(
        texts.sheet(fault),
        fault.row() == 0 ? "" : Integer.toString(fault.row()),
        texts.column(fault),
        fault.value(),
        texts.what(fault),
        texts.toDo(fault),
        fault.notice());
  }

  Report report(ImportReport report) {
    return new Report(
        report.sheets().stream()
            .map(
                line ->
                    new Counts(
                        labels.chinese() ? line.sheet().zh() : line.sheet().code(),
                        line.before(),
                        line.add(),
                        line.change(),
                        line.same(),
                        line.refused(),
                        line.after()))
            .toList(),
        List.of(
            sums("import.sums.residents", report.residents(), false),
            sums("import.sums.estates", report.ticketsByEstate(), false),
            sums("import.sums.categories", report.ticketsByCategory(), true)),
        report.sheets().stream().anyMatch(line -> line.add() + line.change() > 0));
  }

  private Sums sums(String title, List<ImportReport.SumLine> lines, boolean categories) {
    return new Sums(
        labels.text(title),
        lines.stream()
            .map(
                line -> {
                  Long after = line.after();
                  return new Sum(
                      name(line.name(), categories),
                      line.before(),
                      line.added(),
                      after == null ? line.before() + line.added() : after,
                      line.fits());
                })
            .toList());
  }

  private String name(String name, boolean category) {
    if (name.isEmpty()) {
      return labels.text("import.sums.none");
    }
    return category ? choices.categoryName(name, "") : name;
  }

  private static String tone(RunState state) {
    return switch (state) {
      case READING, CHECKING, ENTERING -> "info";
      case CHECKED -> "warn";
      case DONE -> "ok";
      case FAILED -> "danger";
    };
  }
}
