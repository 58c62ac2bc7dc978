package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.survey.store.Told;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What was said about tickets and is not in the database yet. */
@Component
class AnswerJournal extends AnswerFiles<Said, AnswerJournal.Kept> {
  AnswerJournal(HotlineProperties node) {
    super(node.home().resolve("surveys").resolve("answers"), Kept.class, Kept::of);
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
      long at)
      implements AnswerFiles.Form<Said> {
    static Kept of(Said said) {
      Told told = said.told();
      return new Kept(
          said.survey(),
          told.source(),
          told.number(),
          said.channel().code(),
          said.item().code(),
          told.value(),
          told.words(),
          told.decoded(),
          told.fromMs(),
          told.toMs(),
          told.at().toEpochMilli());
    }

    @Override
    public Said said() {
      Instant moment = Instant.ofEpochMilli(at);
      return new Said(
          survey,
          Coded.of(AnswerChannel.class, channel),
          Coded.of(Item.class, item),
          new Told(source, number, value, words, decoded, fromMs, toMs, moment));
    }
  }
}
