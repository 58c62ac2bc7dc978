package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.files.WaitingFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what residents answer on the phone: first on the disk, then, on a thread of its own and in
 * order, in the database. Whoever has her on the line never waits for the database. Where the disk
 * fails it is held in memory, so that only both failing lose anything.
 */
public final class KeptAnswers<T> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KeptAnswers.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final String name;
  private final WaitingFiles<T> journal;
  private final DatabaseGate gate;
  private final Consumer<T> book;
  private final Periodically work;
  private final Queue<T> memory = new ConcurrentLinkedQueue<>();

  /**
   * @param name of the thread
   * @param book enters one into the database; repeatable
   */
  public KeptAnswers(String name, WaitingFiles<T> journal, DatabaseGate gate, Consumer<T> book) {
    this.name = name;
    this.journal = journal;
    this.gate = gate;
    this.book = book;
    this.work = new Periodically(name, PAUSE, this::round);
  }

  /** From now on they are entered. */
  public void start() {
    work.start();
  }

  /** Keeps it; never throws. */
  public void keep(T said) {
    try {
      journal.keep(said);
    } catch (IOException | RuntimeException e) {
      log.error("{}: one is held in memory, the disk refuses it", name, e);
      memory.add(said);
    }
    work.now();
  }

  /** Enters what waits, until the database goes away. */
  private synchronized void round() {
    try {
      for (Path file : journal.waiting()) {
        enter(file);
      }
      for (T said = memory.peek(); said != null; said = memory.peek()) {
        enter(said);
        memory.remove();
      }
    } catch (DatabaseAwayException e) {
      log.debug("{} wait to be entered: {}", name, e.getMessage());
    } catch (IOException e) {
      log.error("{} cannot be read", name, e);
    }
  }

  private void enter(Path file) throws IOException {
    try {
      entered(journal.read(file));
      journal.remove(file);
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("{} cannot be entered and is laid aside", file.getFileName(), e);
      journal.reject(file);
    }
  }

  private void enter(T said) {
    try {
      entered(said);
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("{}: one cannot be entered", name, e);
    }
  }

  private void entered(T said) {
    gate.run(
        () -> {
          book.accept(said);
          return true;
        });
  }

  @Override
  public void close() {
    work.close();
  }
}
