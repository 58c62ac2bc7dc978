package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.moving.table.CsvOut;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** All faults of an import as a CSV file. */
final class FaultFile {
  private static final int PAGE = 1_000;

  private final Faults faults;
  private final FaultTexts texts;

  FaultFile(Faults faults, FaultTexts texts) {
    this.faults = faults;
    this.texts = texts;
  }

  void write(long run, OutputStream out) throws IOException {
    CsvOut csv = CsvOut.to(out);
    csv.row(
        List.of(
            texts.text("import.column.sheet"),
            texts.text("import.column.row"),
            texts.text("import.column.column"),
            texts.text("import.column.value"),
            texts.text("import.column.what"),
            texts.text("import.column.todo")));
    long after = 0;
    for (List<Faults.Numbered> page = faults.after(run, after, PAGE);
        !page.isEmpty();
        page = faults.after(run, after, PAGE)) {
      for (Faults.Numbered numbered : page) {
        Fault fault = numbered.fault();
        csv.row(
            List.of(
                texts.sheet(fault),
                fault.row() == 0 ? "" : Integer.toString(fault.row()),
                texts.column(fault),
                fault.value(),
                texts.what(fault),
                texts.toDo(fault)));
        after = numbered.id();
      }
    }
    csv.flush();
  }
}
