package cn.wuye.hotline.backend.moving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Makes workbooks for tests. */
public final class TestBook {
  private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();

  /** One more row; the first of a sheet is its header. */
  public TestBook row(String sheet, String... cells) {
    sheets.computeIfAbsent(sheet, s -> new ArrayList<>()).add(List.of(cells));
    return this;
  }

  /** The workbook as a file's content. */
  public byte[] bytes() {
    try (SXSSFWorkbook book = new SXSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      sheets.forEach((name, rows) -> fill(book.createSheet(name), rows));
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(SXSSFSheet sheet, List<List<String>> rows) {
    for (int r = 0; r < rows.size(); r++) {
      Row row = sheet.createRow(r);
      for (int c = 0; c < rows.get(r).size(); c++) {
        row.createCell(c).setCellValue(rows.get(r).get(c));
      }
    }
  }
}
