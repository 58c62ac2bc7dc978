package cn.wuye.hotline.backend.moving.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** Puts the cells of a worksheet together to rows. */
final class SheetRows implements SheetContentsHandler {
  // Beyond this nobody keeps a column on purpose.
  private static final int MAX_COLUMNS = 200;

  private final TableSink sink;
  private final List<String> cells = new ArrayList<>();
  private int column;
  private boolean formula;

  SheetRows(TableSink sink) {
    this.sink = sink;
  }

  /** The cell that comes next is a formula. */
  void formula() {
    formula = true;
  }

  /** Whether a formula was announced that has not come. */
  boolean formulaWaits() {
    return formula;
  }

  @Override
  public void startRow(int row) {
    cells.clear();
    column = 0;
  }

  @Override
  public void cell(
      @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
    column = reference == null ? column : new CellReference(reference).getCol();
    if (value != null && column < MAX_COLUMNS) {
      while (cells.size() <= column) {
        cells.add("");
      }
      cells.set(column, formula ? "=" + value : Guard.guarded(value));
    }
    column++;
    formula = false;
  }

  @Override
  public void endRow(int row) {
    if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
      sink.row(row + 1, List.copyOf(cells));
    }
  }
}
