package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.files.KeptJson;
import cn.wuye.hotline.backend.files.WaitingFiles;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.poll.PollItem;
import cn.wuye.hotline.backend.poll.PollSaid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was said in polls and is not in the database yet, one file each. */
@Component
class PollJournal {
  private final WaitingFiles files;

  PollJournal(HotlineProperties node) {
    this.files = new WaitingFiles(node.home().resolve("polls").resolve("answers"));
  }

  /** As a file has it; the moment in milliseconds since 1970. */
  record KeptAnswer(
      long asked,
      String source,
      int number,
      String item,
      int question,
      String value,
      String words,
      boolean decoded,
      long fromMs,
      long toMs,
      long at) {
    static KeptAnswer of(PollSaid said) {
      return new KeptAnswer(
          said.asked(),
          said.source(),
          said.number(),
          said.item().code(),
          said.question(),
          said.value(),
          said.words(),
          said.decoded(),
          said.fromMs(),
          said.toMs(),
          said.at().toEpochMilli());
    }

    PollSaid said() {
      return new PollSaid(
          asked,
          source,
          number,
          Coded.of(PollItem.class, item),
          question,
          value,
          words,
          decoded,
          fromMs,
          toMs,
          Instant.ofEpochMilli(at));
    }
  }

  /** Keeps it; on the disk on return. */
  void keep(PollSaid said) throws IOException {
    files.keep(
        said.source(), said.number(), KeptJson.MAPPER.writeValueAsBytes(KeptAnswer.of(said)));
  }

  /** The files that wait, in their order. */
  List<Path> waiting() throws IOException {
    return files.waiting();
  }

  PollSaid read(Path file) throws IOException {
    return KeptJson.MAPPER.readValue(Files.readAllBytes(file), KeptAnswer.class).said();
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
