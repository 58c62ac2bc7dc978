package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.poll.PollSaid;
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
 * Keeps what residents answer in polls, as surveys about tickets do: first on the disk, then, on a
 * thread of its own and in order, in the database.
 */
@Component
class PollKeeper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PollKeeper.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final PollJournal journal;
  private final PollBook book;
  private final DatabaseGate gate;
  private final Periodically work;
  private final Queue<PollSaid> memory = new ConcurrentLinkedQueue<>();

  PollKeeper(PollJournal journal, PollBook book, DatabaseGate gate) {
    this.journal = journal;
    this.book = book;
    this.gate = gate;
    this.work = new Periodically("poll-answers", PAUSE, this::round);
  }

  @EventListener
  void on(SchemaReady ready) {
    work.start();
  }

  /** Keeps it; never throws. */
  void keep(PollSaid said) {
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
      for (PollSaid said = memory.peek(); said != null; said = memory.peek()) {
        enter(said);
        memory.remove();
      }
    } catch (DatabaseAwayException e) {
      log.debug("Answers wait to be entered: {}", e.getMessage());
    } catch (IOException e) {
      log.error("the answers of polls cannot be read", e);
    }
  }

  private void enter(Path file) throws IOException {
    try {
      PollSaid said = journal.read(file);
      gate.run(() -> book.enter(said));
      journal.remove(file);
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("{} cannot be entered and is laid aside", file.getFileName(), e);
      journal.reject(file);
    }
  }

  private void enter(PollSaid said) {
    try {
      gate.run(() -> book.enter(said));
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("an answer of {} cannot be entered", said.source(), e);
    }
  }

  @Override
  public void close() {
    work.close();
  }
}
