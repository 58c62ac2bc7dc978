package cn.wuye.hotline.backend.moving.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes CSV that Excel opens: with a byte order mark, CRLF, and formulas made harmless. */
public final class CsvOut {
  private final CSVPrinter printer;

  private CsvOut(CSVPrinter printer) {
    this.printer = printer;
  }

  /** Begins a table; the stream stays open. */
  public static CsvOut to(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('\uFEFF');
    return new CsvOut(new CSVPrinter(writer, CSVFormat.EXCEL));
  }

  public void row(List<String> cells) throws IOException {
    printer.printRecord(cells.stream().map(Guard::guarded).toList());
  }

  public void flush() throws IOException {
    printer.flush();
  }
}
