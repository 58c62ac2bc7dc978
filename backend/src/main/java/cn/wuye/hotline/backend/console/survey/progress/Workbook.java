package cn.wuye.hotline.backend.console.survey.progress;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A table as an Excel workbook of one sheet. Every cell is a text, so none is ever a formula; rows
 * go to a temporary file, not into memory.
 */
final class Workbook implements Closeable {
  private static final int WINDOW = 100;
  private static final int WIDE = 16 * 256;

  private final SXSSFWorkbook book = new SXSSFWorkbook(WINDOW);
  private final SXSSFSheet sheet;
  private int rows;

  Workbook(String name, List<String> headers) {
    sheet = book.createSheet(name);
    sheet.createFreezePane(0, 1);
    for (int column = 0; column < headers.size(); column++) {
      sheet.setColumnWidth(column, WIDE);
    }
    row(headers);
  }

  void row(List<String> cells) {
    Row row = sheet.createRow(rows++);
    for (int column = 0; column < cells.size(); column++) {
      row.createCell(column).setCellValue(cells.get(column));
    }
  }

  void write(OutputStream out) throws IOException {
    book.write(out);
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
