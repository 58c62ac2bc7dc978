package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Transactions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enters what is good, a transaction for each chunk, so that the hotline is never held up. Each row
 * is judged once more in the transaction that writes it, and marked as entered in the same one.
 */
@Component
class Entering {
  private static final Logger log = LoggerFactory.getLogger(Entering.class);

  private final Runs runs;
  private final Stage stage;
  private final Faults faults;
  private final Chunks chunks;
  private final DuplicateLinks links;
  private final Counting counting;
  private final ImportLock lock;
  private final Transactions transactions;
  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  Entering(
      Runs runs,
      Stage stage,
      Faults faults,
      Chunks chunks,
      DuplicateLinks links,
      Counting counting,
      ImportLock lock,
      Transactions transactions,
      JdbcTemplate template,
      JdbcClient jdbc) {
    this.runs = runs;
    this.stage = stage;
    this.faults = faults;
    this.chunks = chunks;
    this.links = links;
    this.counting = counting;
    this.lock = lock;
    this.transactions = transactions;
    this.template = template;
    this.jdbc = jdbc;
  }

  /** What was entered before an interruption is not touched again. */
  void enter(ImportRun run) {
    int done = stage.entered(run.id());
    for (Sheet sheet : Sheet.values()) {
      Check check = chunks.check(run, sheet, EstateIndex.read(jdbc), false);
      for (List<List<StagedRow>> chunk : chunks.of(run, sheet, stage::toEnter)) {
        done += Chunks.rows(chunk);
        try {
          enter(run, chunk, check, done);
        } catch (DataIntegrityViolationException refused) {
          log.warn(
              "import {}: the database refused a chunk, going on row by row", run.id(), refused);
          for (List<StagedRow> thing : chunk) {
            enterAlone(run, thing, check, done);
          }
        }
      }
    }
    links.link(run);
    runs.after(run.id(), counting.now());
    runs.move(run.id(), RunState.ENTERING, RunState.DONE);
    log.info("import {}: {} rows entered", run.id(), done);
  }

  /**
   * Gives up what cannot go on: whatever is not entered is told row by row, and what is entered is
   * whole.
   */
  void giveUp(ImportRun run) {
    stage.refuseRest(run.id(), rest -> faults.add(run.id(), rest, false));
    runs.fail(run.id(), "stopped");
    links.link(run);
  }

  private void enter(ImportRun run, List<List<StagedRow>> things, Check check, int done) {
    transactions.run(
        () -> {
          lock.renew();
          Sheet sheet = things.get(0).get(0).sheet();
          keep(run, chunks.write(sheet, things, check, new Writes(template)));
          runs.progress(run.id(), 0, done);
          return true;
        });
  }

  private void enterAlone(ImportRun run, List<StagedRow> thing, Check check, int done) {
    try {
      enter(run, List.of(thing), check, done);
    } catch (DataIntegrityViolationException refused) {
      keep(run, List.of(Verdict.refusedByDatabase(thing)));
    }
  }

  private void keep(ImportRun run, List<Verdict> verdicts) {
    stage.keep(run.id(), verdicts, true);
    faults.add(run.id(), Verdict.faults(verdicts), false);
  }
}
