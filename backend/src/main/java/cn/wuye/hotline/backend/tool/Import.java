package cn.wuye.hotline.backend.tool;

import cn.wuye.hotline.backend.prompt.PromptRecording;
import cn.wuye.hotline.backend.prompt.PromptRecordings;
import cn.wuye.hotline.ivr.prompt.Fault;
import cn.wuye.hotline.ivr.prompt.RecordSheet;
import cn.wuye.hotline.ivr.prompt.Take;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes recordings from files: what is wrong is refused, and what was there before stays. */
final class Import {
  private final PromptRecordings recordings;
  private final RecordSheet sheet;
  private final PrintStream out;
  private final PrintStream err;
  private int refused;
  private int kept;

  Import(PromptRecordings recordings, RecordSheet sheet, PrintStream out, PrintStream err) {
    this.recordings = recordings;
    this.sheet = sheet;
    this.out = out;
    this.err = err;
  }

  int run(Arguments arguments, VoiceSet set) throws IOException {
    for (Path file : files(arguments.rest())) {
      take(file, arguments, set);
    }
    out.printf(
        "set %s: %d %s, %d refused%n",
        set, kept, arguments.has("--dry-run") ? "good" : "taken", refused);
    return refused == 0 ? 0 : 1;
  }

  private static List<Path> files(List<String> typed) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String each : typed) {
      Path path = Path.of(each);
      if (Files.isDirectory(path)) {
        try (Stream<Path> all = Files.list(path)) {
          all.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    if (files.isEmpty()) {
      throw new Usage("import wants a folder or files; ./hotline prompts record-sheet names them");
    }
    return files;
  }

  private void take(Path file, Arguments arguments, VoiceSet set) throws IOException {
    String name = String.valueOf(file.getFileName());
    Optional<RecordSheet.Line> line = sheet.lineOf(name);
    if (line.isEmpty()) {
      refuse(name, "no prompt is called so, and its number is not on the sheet");
      return;
    }
    String key = line.get().key();
    String source = arguments.option("--source").orElse(PromptRecording.BY_A_PERSON);
    // A synthesiser was given the Mandarin words, unless its voice speaks the dialect.
    boolean dialect =
        source.equals(PromptRecording.BY_A_PERSON) || arguments.has(PromptsTool.DIALECT);
    String words = dialect ? line.get().words() : line.get().piece().text();
    Take take;
    try {
      take = Take.of(Files.readAllBytes(file), words);
    } catch (IOException e) {
      refuse(name, String.valueOf(e.getMessage()));
      return;
    }
    boolean hopeless = take.faults().contains(Fault.SILENT);
    if (hopeless || !(take.faults().isEmpty() || arguments.has("--force"))) {
      refuse(name, String.join(", ", take.faults().stream().map(Import::sentence).toList()));
      return;
    }
    if (!arguments.has("--dry-run")) {
      recordings.keep(
          set,
          key,
          words,
          take,
          source,
          recordings.now(),
          System.getProperty("user.name", "hotline"));
    }
    kept++;
    out.printf("%-40s %s, %.1f s%n", name, key, take.length().toMillis() / 1000.0);
  }

  private static String sentence(Fault fault) {
    return switch (fault) {
      case SILENT -> "nobody speaks in it";
      case CLIPPED -> "clipped: the microphone was too loud, record it again";
      case TOO_QUIET -> "too quiet: speak nearer to the microphone";
      case TOO_LONG -> "too long for its words: something else is in it";
      case TOO_SHORT -> "too short for its words: the beginning or the end is missing";
    };
  }

  private void refuse(String name, String why) {
    refused++;
    err.printf("%-40s refused: %s%n", name, why);
  }
}
