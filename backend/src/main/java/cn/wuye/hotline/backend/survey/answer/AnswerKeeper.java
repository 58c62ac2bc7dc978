package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.survey.store.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what residents answer: first on the disk, then, on a thread of its own and in order, in the
 * database. Whoever has her on the line never waits for the database. Where the disk fails it is
 * held in memory, so that only both failing lose anything.
 */
@Component
class AnswerKeeper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AnswerKeeper.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final AnswerJournal journal;
  private final AnswerBook book;
  private final DatabaseGate gate;
  private final Periodically work;
  private final Queue<Said> memory = new ConcurrentLinkedQueue<>();

  AnswerKeeper(AnswerJournal journal, AnswerBook book, DatabaseGate gate) {
    this.journal = journal;
    this.book = book;
    this.gate = gate;
    this.work = new Periodically("survey-answers", PAUSE, this::round);
  }

  @EventListener
  void on(SchemaReady ready) {
    work.start();
  }

  /** Keeps it; never throws. */
  void keep(Said said) {
    try {
      journal.keep(said);
    } catch (IOException | RuntimeException e) {
      log.error("an answer of {} is held in memory, the disk refuses it", said.source(), e);
      memory.add(said);
    }
    work.now();
  }

  /** Enters what waits, until the database goes away. */
  synchronized void round() {
    try {
      for (Path file : journal.waiting()) {
        enter(file);
      }
      for (Said said = memory.peek(); said != null; said = memory.peek()) {
        enter(said);
        memory.remove();
      }
    } catch (DatabaseAwayException e) {
      log.debug("Answers wait to be entered: {}", e.getMessage());
    } catch (IOException e) {
      log.error("the answers of surveys cannot be read", e);
    }
  }

  private void enter(Path file) throws IOException {
    try {
      Said said = journal.read(file);
      entered(said);
      journal.remove(file);
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("{} cannot be entered and is laid aside", file.getFileName(), e);
      journal.reject(file);
    }
  }

  private void enter(Said said) {
    try {
      entered(said);
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("an answer of {} cannot be entered", said.source(), e);
    }
  }

  private void entered(Said said) {
    gate.run(
        () -> {
          book.enter(said, () -> journal.followed(said));
          return said;
        });
  }

  @Override
  public void close() {
    work.close();
  }
}
