package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.files.KeptJson;
import cn.wuye.hotline.backend.files.WaitingFiles;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.poll.PollItem;
import cn.wuye.hotline.backend.poll.PollSaid;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What was said in polls and is not in the database yet, one file each. */
@Component
class PollJournal extends WaitingFiles<PollSaid> {
  PollJournal(HotlineProperties node) {
    super(node.home().resolve("polls").resolve("answers"));
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

  @Override
  protected String source(PollSaid said) {
    return said.source();
  }

  @Override
  protected int number(PollSaid said) {
    return said.number();
  }

  @Override
  protected byte[] write(PollSaid said) {
    return KeptJson.MAPPER.writeValueAsBytes(KeptAnswer.of(said));
  }

  @Override
  protected PollSaid read(byte[] content) {
    return KeptJson.MAPPER.readValue(content, KeptAnswer.class).said();
  }
}
