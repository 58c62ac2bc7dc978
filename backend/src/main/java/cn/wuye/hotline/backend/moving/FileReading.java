package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.moving.table.Guard;
import cn.wuye.hotline.backend.moving.table.TableSink;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Takes a file's rows to the stage, and notes what is wrong with its sheets and headers. */
final class FileReading implements TableSink {
  /** Rows that begin with this are the template's examples. */
  static final String EXAMPLE = "示例";

  private static final int BATCH = 500;

  private final long run;
  private final Stage stage;
  private final Faults faults;
  private final IntConsumer progress;
  private final Map<Sheet, Integer> rows = new EnumMap<>(Sheet.class);
  private final List<StagedRow> batch = new ArrayList<>();
  private int total;
  private String table = "";
  private @Nullable Sheet sheet;
  private @Nullable Header header;
  private boolean ignored;

  /** More rows than are allowed. */
  static final class TooManyRows extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param progress told the rows read so far
   */
  FileReading(long run, Stage stage, Faults faults, IntConsumer progress) {
    this.run = run;
    this.stage = stage;
    this.faults = faults;
    this.progress = progress;
  }

  @Override
  public void table(String name) {
    flush();
    table = name;
    sheet = null;
    header = null;
    ignored = Export.ONLY_WRITTEN.contains(name);
  }

  @Override
  public void row(int number, List<String> cells) {
    Header known = header;
    Sheet of = sheet;
    if (ignored) {
      return;
    }
    if (known == null || of == null) {
      begin(number, cells);
    } else if (!cells.get(0).startsWith(EXAMPLE)) {
      if (++total > Sheet.MAX_ROWS) {
        throw new TooManyRows();
      }
      int position = of.position(rows.merge(of, 1, Integer::sum));
      batch.add(new StagedRow(position, of, number, known.cells(cells)));
      if (batch.size() >= BATCH) {
        flush();
      }
    }
  }

  private void begin(int number, List<String> cells) {
    List<String> headers = cells.stream().map(Guard::unguarded).toList();
    Optional<Sheet> found = Sheet.named(table).or(() -> Sheet.withHeaders(headers));
    if (found.isEmpty()) {
      ignored = true;
      fault(table, number, "", "", "unknown-sheet", table, true);
      return;
    }
    Header read = Header.of(found.get(), headers);
    String name = found.get().code();
    read.unknown()
        .forEach(
            (index, text) ->
                fault(name, number, text, Header.letter(index), "unknown-column", text, true));
    for (String missing : read.missing()) {
      String zh = found.get().column(missing).map(Column::zh).orElse(missing);
      fault(name, number, missing, "", "missing-column", zh, false);
    }
    sheet = found.get();
    header = read;
    stage.header(run, found.get(), number, read.letters());
  }

  private void fault(
      String sheetName,
      int row,
      String column,
      String letter,
      String code,
      String argument,
      boolean notice) {
    faults.add(
        run, List.of(new Fault(sheetName, row, column, letter, "", code, argument, notice)), true);
  }

  /** Brings what is left to the stage; gives how many rows there were. */
  int finish() {
    flush();
    return total;
  }

  /** Whether any sheet was understood. */
  boolean any() {
    return !rows.isEmpty();
  }

  private void flush() {
    Header known = header;
    if (!batch.isEmpty() && known != null) {
      stage.add(run, batch, !known.missing().isEmpty());
      batch.clear();
      progress.accept(total);
    }
  }
}
