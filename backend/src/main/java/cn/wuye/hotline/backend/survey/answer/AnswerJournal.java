package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.files.KeptJson;
import cn.wuye.hotline.backend.files.WaitingFiles;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Said;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * What was said and is not in the database yet, one file each, whole on the disk before anything
 * else is done. The names are in the order in which it was said.
 */
@Component
class AnswerJournal extends WaitingFiles<Said> {
  AnswerJournal(HotlineProperties node) {
    super(node.home().resolve("surveys").resolve("answers"));
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

  @Override
  protected String source(Said said) {
    return said.source();
  }

  @Override
  protected int number(Said said) {
    return said.number();
  }

  @Override
  protected byte[] write(Said said) {
    return KeptJson.MAPPER.writeValueAsBytes(Kept.of(said));
  }

  @Override
  protected Said read(byte[] content) {
    return KeptJson.MAPPER.readValue(content, Kept.class).said();
  }
}
