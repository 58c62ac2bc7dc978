package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.moving.table.BadFileException;
import cn.wuye.hotline.backend.moving.table.TableFile;
import cn.wuye.hotline.backend.persistence.Utc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does what is to be done for the imports that wait, one after the other, whichever node it is. */
@Component
class ImportWork {
  private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
  private static final Duration NODE_IS_GONE = Duration.ofMinutes(30);

  private final Runs runs;
  private final Stage stage;
  private final Faults faults;
  private final Judging judging;
  private final Entering entering;
  private final EnteringWhole whole;
  private final ImportTidying tidying;
  private final ImportLock lock;
  private final Clock clock;
  private final String node;
  private final Path folder;

  ImportWork(
      Runs runs,
      Stage stage,
      Faults faults,
      Judging judging,
      Entering entering,
      EnteringWhole whole,
      ImportTidying tidying,
      ImportLock lock,
      Clock clock,
      HotlineProperties properties) {
    this.runs = runs;
    this.stage = stage;
    this.faults = faults;
    this.judging = judging;
    this.entering = entering;
    this.whole = whole;
    this.tidying = tidying;
    this.lock = lock;
    this.clock = clock;
    this.node = properties.nodeId();
    this.folder = properties.home().resolve("imports");
  }

  /** Where the file of an import lies until it is read. */
  Path file(long run) {
    return folder.resolve("run-" + run);
  }

  /** A place for a file that is still coming, in the same folder. */
  Path newFile() throws IOException {
    Files.createDirectories(folder);
    return Files.createTempFile(folder, "coming-", ".part");
  }

  /** Everything that waits, and what is left behind; returns at once when another node is at it. */
  void round() {
    if ((runs.waiting().isEmpty() && !tidying.needed()) || !lock.take()) {
      return;
    }
    try {
      for (ImportRun run : runs.waiting()) {
        workOrGiveUp(run);
      }
      tidying.round();
    } catch (ImportLock.Lost lost) {
      log.warn("another node goes on with the import: this one was silent for too long");
    } finally {
      lock.release();
    }
  }

  // What fails for a reason of its own would fail again every few seconds, and hold up the others.
  private void workOrGiveUp(ImportRun run) {
    try {
      work(run);
    } catch (ImportLock.Lost lost) {
      throw lost;
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("import {} given up; what was entered before stays", run.id(), e);
      giveUp(run);
    }
  }

  private void giveUp(ImportRun run) {
    if (run.state() != RunState.ENTERING) {
      runs.fail(run.id(), "internal");
    } else if (run.allOrNothing()) {
      whole.giveUp(run, "internal");
    } else {
      entering.giveUp(run);
    }
  }

  private void work(ImportRun run) {
    switch (run.state()) {
      case READING -> {
        if (read(run)) {
          judging.check(run);
        }
      }
      case CHECKING -> judging.check(run);
      case ENTERING -> {
        if (run.allOrNothing()) {
          whole.enter(run);
        } else {
          entering.enter(run);
        }
      }
      case CHECKED, DONE, FAILED -> {}
    }
  }

  private boolean read(ImportRun run) {
    Path file = file(run.id());
    // Not here yet, or not here at all: it comes within moments, or its node is gone.
    if (!run.node().equals(node) || !Files.exists(file)) {
      if (run.changedAt().plus(NODE_IS_GONE).isBefore(Utc.now(clock))) {
        runs.fail(run.id(), "interrupted");
      }
      return false;
    }
    try {
      String failure = read(run, file);
      Files.deleteIfExists(file);
      if (failure.isEmpty()) {
        return runs.move(run.id(), RunState.READING, RunState.CHECKING);
      }
      log.warn("import {} of {} given up: {}", run.id(), run.startedBy(), failure);
      runs.fail(run.id(), failure);
    } catch (IOException e) {
      log.error("import {}: its file cannot be read", run.id(), e);
      runs.fail(run.id(), "interrupted");
    }
    return false;
  }

  /** What went wrong; empty string when nothing did. */
  private String read(ImportRun run, Path file) throws IOException {
    stage.clear(run.id());
    faults.clear(run.id());
    FileReading reading =
        new FileReading(
            run.id(),
            stage,
            faults,
            read -> {
              lock.renew();
              runs.progress(run.id(), read, read);
            });
    try {
      TableFile.read(file, run.fileName(), reading);
    } catch (BadFileException e) {
      log.info("import {}: {}", run.id(), e.getMessage());
      return (e.reason().code() + " " + e.limit()).strip();
    } catch (FileReading.TooManyRows e) {
      return "too-many-rows " + Sheet.MAX_ROWS;
    }
    int rows = reading.finish();
    runs.progress(run.id(), rows, rows);
    return reading.any() ? "" : "no-sheet";
  }
}
