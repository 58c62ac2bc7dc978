package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.moving.table.CsvOut;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Tables as files. */
public final class Downloads {
  private Downloads() {}

  /** Writes a table that Excel opens. */
  public static void csv(HttpServletResponse response, String name, List<List<String>> rows)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    CsvOut out = CsvOut.to(response.getOutputStream());
    for (List<String> row : rows) {
      out.row(row);
    }
    out.flush();
  }
}
