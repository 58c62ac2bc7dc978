package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.files.DurableFiles;
import cn.wuye.hotline.backend.files.KeptJson;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What was said and is not in the database yet, one file each, whole on the disk before anything
 * else is done. The names are in the order in which it was said.
 */
@Component
class AnswerJournal {
  private static final String SUFFIX = ".json";

  private final Path folder;

  AnswerJournal(HotlineProperties node) {
    this.folder = node.home().resolve("surveys").resolve("answers");
  }

  /** As a file has it; the moment in milliseconds since 1970. */
  record Kept(
      long survey,
      String source,
      int number,
      String channel,
      String item,
      String value,
      String words,
      boolean decoded,
      long fromMs,
      long toMs,
      long at) {
    static Kept of(Said said) {
      return new Kept(
          said.survey(),
          said.source(),
          said.number(),
          said.channel().code(),
          said.item().code(),
          said.value(),
          said.words(),
          said.decoded(),
          said.fromMs(),
          said.toMs(),
          said.at().toEpochMilli());
    }

    Said said() {
      return new Said(
          survey,
          source,
          number,
          Coded.of(AnswerChannel.class, channel),
          Coded.of(Item.class, item),
          value,
          words,
          decoded,
          fromMs,
          toMs,
          Instant.ofEpochMilli(at));
    }
  }

  /** Keeps it; on the disk on return. */
  void keep(Said said) throws IOException {
    DurableFiles.replace(file(said), KeptJson.MAPPER.writeValueAsBytes(Kept.of(said)));
  }

  /** The files that wait, in their order. */
  List<Path> waiting() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name(file).endsWith(SUFFIX) && !name(file).startsWith("."))
          .sorted()
          .toList();
    }
  }

  Said read(Path file) throws IOException {
    return KeptJson.MAPPER.readValue(Files.readAllBytes(file), Kept.class).said();
  }

  /** Whether what was said next in the same call waits, too. */
  boolean followed(Said said) {
    return Files.exists(file(said.source(), said.number() + 1));
  }

  /** It is in the database. */
  void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** It can never be entered; it stays for looking into. */
  void reject(Path file) throws IOException {
    DurableFiles.move(file, file.resolveSibling(name(file) + ".rejected"));
  }

  /** The last number of a source that waits; 0 when none does. */
  int last(String source) throws IOException {
    String prefix = source + "-";
    return waiting().stream()
        .map(AnswerJournal::name)
        .filter(name -> name.startsWith(prefix))
        .mapToInt(
            name ->
                Integer.parseInt(name.substring(prefix.length(), name.length() - SUFFIX.length())))
        .max()
        .orElse(0);
  }

  private Path file(Said said) {
    return file(said.source(), said.number());
  }

  private Path file(String source, int number) {
    return folder.resolve("%s-%04d%s".formatted(source, number, SUFFIX));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
