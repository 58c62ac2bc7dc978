package cn.wuye.hotline.backend.moving;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The workbook to fill in: a sheet for each kind, examples, and what every column means. */
@Component
public class Template {
  private static final int WIDE = 20 * 256;
  private static final Map<Sheet, List<List<String>>> EXAMPLES =
      Map.of(
          Sheet.ESTATES,
          List.of(List.of("阳光花园", "阳光;阳光里", "1", "65", "粤语")),
          Sheet.BUILDINGS,
          List.of(List.of("阳光花园", "1号楼"), List.of("阳光花园", "2号楼")),
          Sheet.RESIDENTS,
          List.of(
              List.of(
                  "A-1001",
                  "王秀英",
                  "13800000001;057187654321",
                  "普通话",
                  "1950",
                  "阳光花园",
                  "1号楼",
                  "2单元",
                  "502"),
              List.of("A-1001", "王秀英", "", "", "", "阳光花园", "2号楼", "1单元", "301")),
          Sheet.DUTY,
          List.of(
              List.of("阳光花园", "值班", "1", "值班工程师 王师傅", "13900000001"),
              List.of("阳光花园", "服务台", "1", "阳光花园服务台", "1001")),
          Sheet.TICKETS,
          List.of(
              List.of(
                  "old",
                  "TS-2024-0815",
                  "电话",
                  "报修",
                  "设施设备",
                  "电梯故障",
                  "加急",
                  "已归档",
                  "2024-08-16 10:30",
                  "阳光花园",
                  "1号楼",
                  "2单元",
                  "502",
                  "",
                  "王女士",
                  "13800000001",
                  "二单元电梯停在六楼不动",
                  "",
                  "2024-08-15 08:12",
                  "")));

  private final KnownCodes codes;
  private final MessageSource messages;

  Template(KnownCodes codes, MessageSource messages) {
    this.codes = codes;
    this.messages = messages;
  }

  public void write(OutputStream out, Locale locale) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook()) {
      CellStyle bold = bold(book);
      explanations(book.createSheet("说明"), bold, locale);
      for (Sheet sheet : Sheet.values()) {
        fill(book.createSheet(sheet.zh()), sheet, bold);
      }
      book.setActiveSheet(0);
      book.write(out);
    }
  }

  private static void fill(SXSSFSheet sheet, Sheet of, CellStyle bold) {
    List<String> headers =
        of.columns().stream().map(c -> c.required() ? c.zh() + "*" : c.zh()).toList();
    row(sheet, 0, headers, bold);
    int n = 1;
    for (List<String> example : EXAMPLES.getOrDefault(of, List.of())) {
      row(
          sheet,
          n++,
          Stream.concat(
                  Stream.of(FileReading.EXAMPLE + "：" + example.get(0)),
                  example.subList(1, example.size()).stream())
              .toList(),
          null);
    }
    for (int column = 0; column < headers.size(); column++) {
      sheet.setColumnWidth(column, WIDE);
    }
    sheet.createFreezePane(0, 1);
  }

  private void explanations(SXSSFSheet sheet, CellStyle bold, Locale locale) {
    int n = 0;
    for (int line = 1; line <= 5; line++) {
      row(sheet, n++, List.of(text("import.template." + line, locale)), null);
    }
    row(
        sheet,
        ++n,
        List.of(
            text("import.column.sheet", locale),
            text("import.column.column", locale),
            text("import.template.required", locale),
            text("import.template.meaning", locale),
            text("import.template.values", locale)),
        bold);
    for (Sheet of : Sheet.values()) {
      for (Column column : of.columns()) {
        row(
            sheet,
            ++n,
            List.of(
                of.zh(),
                column.zh() + " / " + column.en(),
                column.required() ? "✓" : "",
                text("import.explain." + column.code(), locale),
                offered(of, column.code())),
            null);
      }
    }
    sheet.setColumnWidth(1, WIDE + WIDE / 2);
    sheet.setColumnWidth(3, 3 * WIDE);
    sheet.setColumnWidth(4, 3 * WIDE);
  }

  private String offered(Sheet sheet, String column) {
    return switch (column) {
      case "dialect" ->
          (sheet == Sheet.RESIDENTS ? codes.preferredDialects() : codes.dialects()).offered();
      case "role" -> codes.dutyRoles().offered();
      case "channel" -> codes.channels().offered();
      case "kind" -> codes.kinds().offered();
      case "category" -> codes.categoryNames().offered();
      case "urgency" -> codes.urgencies().offered();
      case "state" -> codes.states().offered();
      case "unfinished" -> codes.yesAndNo().offered();
      default -> "";
    };
  }

  private String text(String key, Locale locale) {
    return Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key);
  }

  private static void row(
      SXSSFSheet sheet, int number, List<String> cells, @Nullable CellStyle style) {
    Row row = sheet.createRow(number);
    for (int column = 0; column < cells.size(); column++) {
      row.createCell(column).setCellValue(cells.get(column));
      if (style != null) {
        row.getCell(column).setCellStyle(style);
      }
    }
  }

  private static CellStyle bold(SXSSFWorkbook book) {
    Font font = book.createFont();
    font.setBold(true);
    CellStyle style = book.createCellStyle();
    style.setFont(font);
    return style;
  }
}
