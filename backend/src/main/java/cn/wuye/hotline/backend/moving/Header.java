package cn.wuye.hotline.backend.moving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;

/**
 * The header row of a sheet, understood.
 *
 * @param columns index of a cell to the column's code
 * @param unknown index of a cell to a header that means nothing here
 * @param missing codes of required columns that are not there
 */
record Header(Map<Integer, String> columns, Map<Integer, String> unknown, List<String> missing) {

  static Header of(Sheet sheet, List<String> cells) {
    Map<Integer, String> columns = new LinkedHashMap<>();
    Map<Integer, String> unknown = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String header = cells.get(i);
      // The first wins: a second column of the same name would overwrite what the first says.
      String code =
          sheet.columns().stream()
              .filter(column -> column.named(header) && !columns.containsValue(column.code()))
              .map(Column::code)
              .findFirst()
              .orElse("");
      if (!code.isEmpty()) {
        columns.put(i, code);
      } else if (!header.isBlank()) {
        unknown.put(i, header);
      }
    }
    return new Header(columns, unknown, sheet.missing(cells).stream().map(Column::code).toList());
  }

  /** The column codes with the letters that spreadsheets give them. */
  Map<String, String> letters() {
    Map<String, String> letters = new LinkedHashMap<>();
    columns.forEach((index, code) -> letters.put(code, letter(index)));
    return letters;
  }

  /** The cells that are known columns and not empty, by column code. */
  Map<String, String> cells(List<String> row) {
    Map<String, String> cells = new LinkedHashMap<>();
    columns.forEach(
        (index, code) -> {
          if (index < row.size() && !row.get(index).isBlank()) {
            cells.put(code, row.get(index));
          }
        });
    return cells;
  }

  static String letter(int index) {
    return CellReference.convertNumToColString(index);
  }
}
