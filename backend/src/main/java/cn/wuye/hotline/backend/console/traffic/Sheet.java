package cn.wuye.hotline.backend.console.traffic;

import cn.wuye.hotline.backend.console.Downloads;
import cn.wuye.hotline.backend.console.survey.progress.Workbook;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that is shown and can be taken away.
 *
 * @param who what the lines are of: the head of the first column
 * @param lines without the total
 */
record Sheet(String who, List<Head> columns, List<Row> lines, Row total) {
  Sheet {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /**
   * The head of a column.
   *
   * @param exported with the unit of what a file has
   * @param formula empty for none
   */
  record Head(String name, String exported, String formula) {}

  /** A line. */
  record Row(String name, List<Cell> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    private List<Object> exported() {
      List<Object> all = new ArrayList<>();
      all.add(name);
      cells.forEach(cell -> all.add(cell.exported()));
      return all;
    }
  }

  /** As a table that Excel opens. */
  void csv(HttpServletResponse response, String name) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(head());
    for (Row row : all()) {
      rows.add(row.exported().stream().map(String::valueOf).toList());
    }
    Downloads.csv(response, name + ".csv", rows);
  }

  /** As a workbook, in which numbers are numbers. */
  void xlsx(HttpServletResponse response, String name) throws IOException {
    try (Workbook book = new Workbook(who, head())) {
      all().forEach(row -> book.row(row.exported()));
      Downloads.begin(response, Downloads.XLSX, name + ".xlsx");
      book.write(response.getOutputStream());
    }
  }

  private List<String> head() {
    List<String> head = new ArrayList<>();
    head.add(who);
    columns.forEach(column -> head.add(column.exported()));
    return head;
  }

  private List<Row> all() {
    List<Row> all = new ArrayList<>(lines);
    all.add(total);
    return all;
  }
}
