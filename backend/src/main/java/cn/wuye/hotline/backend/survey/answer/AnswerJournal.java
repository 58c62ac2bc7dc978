package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.files.KeptJson;
import cn.wuye.hotline.backend.files.WaitingFiles;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What was said and is not in the database yet, one file each, whole on the disk before anything
 * else is done. The names are in the order in which it was said.
 */
@Component
class AnswerJournal {
  private final WaitingFiles files;

  AnswerJournal(HotlineProperties node) {
    this.files = new WaitingFiles(node.home().resolve("surveys").resolve("answers"));
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
    files.keep(said.source(), said.number(), KeptJson.MAPPER.writeValueAsBytes(Kept.of(said)));
  }

  /** The files that wait, in their order. */
  List<Path> waiting() throws IOException {
    return files.waiting();
  }

  Said read(Path file) throws IOException {
    return KeptJson.MAPPER.readValue(Files.readAllBytes(file), Kept.class).said();
  }

  /** Whether what was said next in the same call waits, too. */
  boolean followed(Said said) {
    return files.waits(said.source(), said.number() + 1);
  }

  /** It is in the database. */
  void remove(Path file) throws IOException {
    files.remove(file);
  }

  /** It can never be entered; it stays for looking into. */
  void reject(Path file) throws IOException {
    files.reject(file);
  }

  /** The last number of a source that waits; 0 when none does. */
  int last(String source) throws IOException {
    return files.last(source);
  }
}
