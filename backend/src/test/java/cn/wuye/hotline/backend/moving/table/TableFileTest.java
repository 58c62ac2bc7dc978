package cn.wuye.hotline.backend.moving.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.moving.table.BadFileException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {
  private static final String LINE = "阳光花园|3号楼|王秀英";

  @TempDir Path folder;

  /** Everything that came, as text. */
  private static final class Seen implements TableSink {
    private final List<String> rows = new ArrayList<>();

    @Override
    public void table(String name) {
      rows.add("# " + name);
    }

    @Override
    public void row(int number, List<String> cells) {
      rows.add(number + ": " + String.join("|", cells));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"UTF-8 ,", "UTF-8 ;", "GB18030 ,", "GB18030 TAB", "UTF-16LE TAB"})
  void csvInWhateverFormIsUnderstood(String charset, String separator)
      throws IOException, BadFileException {
    String mark = charset.startsWith("UTF-") ? "\uFEFF" : "";
    String cells = LINE.replace("|", separator.equals("TAB") ? "\t" : separator);
    Path file = folder.resolve("住户.csv");
    Files.write(
        file, (mark + cells + "\r\n\r\n" + cells + "\r\n").getBytes(Charset.forName(charset)));

    assertThat(read(file)).containsExactly("# 住户", "1: " + LINE, "3: " + LINE);
  }

  @Test
  void aWorkbookGivesWhatIsMeantAndFormulasAsFormulas() throws IOException, BadFileException {
    Path file = folder.resolve("x.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle day = book.createCellStyle();
      day.setDataFormat(book.createDataFormat().getFormat("m/d/yy h:mm"));
      Row row = book.createSheet("工单").createRow(4);
      row.createCell(0).setCellValue(13_800_000_001d);
      row.createCell(1).setCellValue(502);
      row.createCell(2).setCellValue(LocalDateTime.of(2025, 3, 1, 8, 30));
      row.getCell(2).setCellStyle(day);
      row.createCell(3).setCellFormula("A5+1");
      row.getCell(3).setCellValue(2);
      row.createCell(4).setCellFormula("B5+1");
      row.createCell(5).setCellValue("=不是公式");
      book.write(out);
    }

    assertThat(read(file))
        .containsExactly("# 工单", "5: 13800000001|502|2025-03-01 08:30:00|=A5+1|=|'=不是公式");
  }

  @Test
  void aZipOfCsvIsReadTableByTable() throws IOException, BadFileException {
    Path file = zip("小区.csv", "小区\n阳光花园\n".getBytes(StandardCharsets.UTF_8));

    assertThat(read(file)).containsExactly("# 小区", "1: 小区", "2: 阳光花园");
  }

  @Test
  void whatUnpacksWithoutEndIsRefused() throws IOException {
    Path file = folder.resolve("bomb.zip");
    byte[] nothing = new byte[1024 * 1024];
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      for (int i = 0; i < 601; i++) {
        zip.write(nothing);
      }
    }

    assertThat(Files.size(file)).isLessThan(TableFile.MAX_BYTES);
    assertReason(file, Reason.TOO_LARGE);
  }

  @Test
  void aWorkbookWithMoreTextThanFitsIntoMemoryIsRefused() throws IOException {
    // Not so regular that it would be taken for a bomb before.
    Random random = new Random(1);
    String filling = "x".repeat(50);
    Path file =
        workbook(() -> "<si><t>" + random.nextInt(1_000_000) + filling + "</t></si>", 1_600_000);

    assertThat(Files.size(file)).isLessThan(TableFile.MAX_BYTES);
    assertReason(file, Reason.TOO_MUCH_TEXT);
  }

  @Test
  void aWorkbookWithMoreTextsThanFitIntoMemoryIsRefused() throws IOException {
    Random random = new Random(1);
    Path file = workbook(() -> "<si><t>" + random.nextInt(1_000) + "</t></si>", 2_500_001);

    assertReason(file, Reason.TOO_MUCH_TEXT);
  }

  /** A workbook of one empty sheet, with so many shared texts. */
  private Path workbook(Supplier<String> text, int times) throws IOException {
    Path whole = folder.resolve("whole.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(whole)) {
      book.createSheet("工单").createRow(0).createCell(0).setCellValue("甲");
      book.write(out);
    }
    Path file = folder.resolve("x.xlsx");
    try (ZipFile from = new ZipFile(whole.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : from.stream().toList()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals("xl/sharedStrings.xml")) {
          to.write(
              "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                  .getBytes(StandardCharsets.UTF_8));
          for (int n = 0; n < times; n++) {
            to.write(text.get().getBytes(StandardCharsets.UTF_8));
          }
          to.write("</sst>".getBytes(StandardCharsets.UTF_8));
        } else {
          from.getInputStream(entry).transferTo(to);
        }
      }
    }
    return file;
  }

  @Test
  void aZipOfEndlesslyManyFilesIsRefused() throws IOException {
    Path file = folder.resolve("many.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int n = 0; n <= TableFile.MAX_ENTRIES; n++) {
        zip.putNextEntry(new ZipEntry(n + ".csv"));
        zip.write('x');
      }
    }

    assertReason(file, Reason.TOO_MANY_ENTRIES);
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotTakeTheWholeFileIntoMemory() throws IOException {
    Path endless = folder.resolve("endless.csv");
    Files.writeString(endless, "甲,\"" + "x\n".repeat(RecordBound.MAX_CHARACTERS));
    Path many = folder.resolve("many.csv");
    Files.writeString(many, "甲,乙\n".repeat(RecordBound.MAX_CHARACTERS / 3));

    assertReason(endless, Reason.DAMAGED);
    assertThatCode(() -> read(many)).doesNotThrowAnyException();
  }

  @Test
  void filesThatTheDirectoryHidesAreNotThere() throws IOException, BadFileException {
    byte[] hidden = Files.readAllBytes(zip("hidden.csv", new byte[] {'x'}));
    int directory = new String(hidden, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    byte[] told = Files.readAllBytes(zip("told.csv", new byte[] {'y'}));
    Path both = folder.resolve("both.zip");
    try (OutputStream out = Files.newOutputStream(both)) {
      for (int n = 0; n < 3_000; n++) {
        out.write(hidden, 0, directory);
      }
      out.write(told);
    }

    assertThat(read(both)).containsExactly("# told", "1: y");
  }

  @Test
  void aDirectoryThatLiesAboutLengthsIsFoundOut() throws IOException {
    Path bomb = folder.resolve("bomb.zip");
    byte[] nothing = new byte[1024 * 1024];
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      for (int i = 0; i < 601; i++) {
        zip.write(nothing);
      }
    }
    byte[] lying = Files.readAllBytes(bomb);
    int directory = new String(lying, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
    // The unpacked length stands 24 bytes behind the mark.
    lying[directory + 24] = 1;
    lying[directory + 25] = 0;
    lying[directory + 26] = 0;
    lying[directory + 27] = 0;
    Files.write(bomb, lying);

    assertReason(bomb, Reason.TOO_LARGE);
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    Path picture = folder.resolve("a.csv");
    Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13});
    Path old = folder.resolve("a.xls");
    Files.write(old, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
    Path cut = folder.resolve("cut.xlsx");
    Files.write(cut, new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});

    assertReason(picture, Reason.NOT_A_TABLE);
    assertReason(old, Reason.OLD_WORKBOOK);
    assertReason(cut, Reason.DAMAGED);
    assertReason(zip("readme.txt", new byte[] {'x'}), Reason.NOT_A_TABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+8613800000001", "-5+1", "'-5", "@here", "'=1", "''-x", "正常", "it's"})
  void guardingIsUndoneExactly(String text) {
    String guarded = Guard.guarded(text);

    assertThat(guarded).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-");
    assertThat(Guard.unguarded(guarded)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "-12.5"})
  void aNegativeNumberStaysOne(String text) {
    assertThat(Guard.guarded(text)).isEqualTo(text);
    assertThat(Guard.unguarded(text)).isEqualTo(text);
  }

  private Path zip(String entry, byte[] content) throws IOException {
    Path file = folder.resolve(entry + ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
    return file;
  }

  private static List<String> read(Path file) throws IOException, BadFileException {
    Seen seen = new Seen();
    TableFile.read(file, String.valueOf(file.getFileName()), seen);
    return seen.rows;
  }

  private static void assertReason(Path file, Reason reason) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            BadFileException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
