package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.survey.store.Said;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what residents answer about their tickets. */
@Component
class AnswerKeeper implements AutoCloseable {
  private final KeptAnswers<Said> answers;

  AnswerKeeper(AnswerJournal journal, AnswerBook book, DatabaseGate gate) {
    this.answers =
        new KeptAnswers<>(
            "survey-answers",
            journal,
            gate,
            said -> book.enter(said, () -> journal.followed(said)));
  }

  @EventListener
  void on(SchemaReady ready) {
    answers.start();
  }

  /** Keeps it; never throws. */
  void keep(Said said) {
    answers.keep(said);
  }

  @Override
  public void close() {
    answers.close();
  }
}
