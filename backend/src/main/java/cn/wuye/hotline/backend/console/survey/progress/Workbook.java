package cn.wuye.hotline.backend.console.survey.progress;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A table as an Excel workbook of one sheet. Every cell is a text or a number, so none is ever a
 * formula; rows go to a temporary file, not into memory.
 */
public final class Workbook implements Closeable {
  private static final int WINDOW = 100;
  private static final int WIDE = 16 * 256;

  private final SXSSFWorkbook book = new SXSSFWorkbook(WINDOW);
  private final SXSSFSheet sheet;
  private int rows;

  public Workbook(String name, List<String> headers) {
    sheet = book.createSheet(name);
    sheet.createFreezePane(0, 1);
    for (int column = 0; column < headers.size(); column++) {
      sheet.setColumnWidth(column, WIDE);
    }
    row(headers);
  }

  /** Numbers stay numbers, everything else is a text. */
  public void row(List<?> cells) {
    Row row = sheet.createRow(rows++);
    for (int column = 0; column < cells.size(); column++) {
      if (cells.get(column) instanceof Number number) {
        row.createCell(column).setCellValue(number.doubleValue());
      } else {
        row.createCell(column).setCellValue(String.valueOf(cells.get(column)));
      }
    }
  }

  public void write(OutputStream out) throws IOException {
    book.write(out);
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
