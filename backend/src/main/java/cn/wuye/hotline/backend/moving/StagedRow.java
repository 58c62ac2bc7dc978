package cn.wuye.hotline.backend.moving;

import java.util.Map;

/**
 * A row of a file.
 *
 * @param position orders all rows of a run; see {@link Sheet#position}
 * @param number as the user's program counts it, from 1
 * @param cells column code to text as it stands in the file; empty cells are missing
 */
record StagedRow(int position, Sheet sheet, int number, Map<String, String> cells) {
  /** The text of a cell without blanks around it; empty string when it has none. */
  String cell(String column) {
    return cells.getOrDefault(column, "").strip();
  }
}
