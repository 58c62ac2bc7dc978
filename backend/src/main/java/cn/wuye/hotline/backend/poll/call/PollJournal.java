package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.poll.PollSaid;
import cn.wuye.hotline.backend.survey.answer.AnswerFiles;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Told;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What was said in polls and is not in the database yet. */
@Component
class PollJournal extends AnswerFiles<PollSaid, PollJournal.KeptAnswer> {
  PollJournal(HotlineProperties node) {
    super(node.home().resolve("polls").resolve("answers"), KeptAnswer.class, KeptAnswer::of);
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
      long at)
      implements AnswerFiles.Form<PollSaid> {
    static KeptAnswer of(PollSaid said) {
      Told told = said.told();
      return new KeptAnswer(
          said.asked(),
          told.source(),
          told.number(),
          said.item().code(),
          said.question(),
          told.value(),
          told.words(),
          told.decoded(),
          told.fromMs(),
          told.toMs(),
          told.at().toEpochMilli());
    }

    @Override
    public PollSaid said() {
      Instant moment = Instant.ofEpochMilli(at);
      return new PollSaid(
          asked,
          Coded.of(Item.class, item),
          question,
          new Told(source, number, value, words, decoded, fromMs, toMs, moment));
    }
  }
}
