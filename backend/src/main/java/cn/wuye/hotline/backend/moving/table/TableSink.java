package cn.wuye.hotline.backend.moving.table;

import java.util.List;

/** Takes the rows of a file, one after the other, so that no file is ever in memory as a whole. */
public interface TableSink {
  /**
   * A table begins.
   *
   * @param name of the sheet, or of the CSV file without its ending
   */
  void table(String name);

  /**
   * A row of the table that began last; empty rows do not come.
   *
   * @param number as the user's program counts it, from 1
   * @param cells guarded as by {@link Guard}: one that begins with '=' is a formula
   */
  void row(int number, List<String> cells);
}
