package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.poll.PollSaid;
import cn.wuye.hotline.backend.survey.answer.KeptAnswers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what residents answer in polls. */
@Component
class PollKeeper implements AutoCloseable {
  private final KeptAnswers<PollSaid> answers;

  PollKeeper(PollJournal journal, PollBook book, DatabaseGate gate) {
    this.answers = new KeptAnswers<>("poll-answers", journal, gate, book::enter);
  }

  @EventListener
  void on(SchemaReady ready) {
    answers.start();
  }

  /** Keeps it; never throws. */
  void keep(PollSaid said) {
    answers.keep(said);
  }

  @Override
  public void close() {
    answers.close();
  }
}
