package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.moving.table.CsvOut;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Tables as files. */
public final class Downloads {
  /** The type of a table that Excel opens. */
  public static final String CSV = "text/csv;charset=UTF-8";

  /** The type of a workbook. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Downloads() {}

  /** What comes is kept as a file of this name. */
  public static void begin(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  /** Writes a table that Excel opens. */
  public static void csv(HttpServletResponse response, String name, List<List<String>> rows)
      throws IOException {
    begin(response, CSV, name);
    CsvOut out = CsvOut.to(response.getOutputStream());
    for (List<String> row : rows) {
      out.row(row);
    }
    out.flush();
  }
}
