package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Transactions;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enters an import as a whole or not at all: every row is judged again in the one transaction that
 * writes all of them, so that whatever others changed since the check is seen.
 */
@Component
class EnteringWhole {
  /** The most rows: the transaction holds locks on estates, which calls need, until it ends. */
  static final int MAX_ROWS = 20_000;

  private static final Logger log = LoggerFactory.getLogger(EnteringWhole.class);

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

  EnteringWhole(
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

  /** Rolls the transaction back: something is faulty. */
  private static final class Faulty extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** After an interruption nothing is there, and it begins anew. */
  void enter(ImportRun run) {
    List<Fault> wrong = new ArrayList<>();
    try {
      enterOrThrow(run, wrong);
    } catch (Faulty faulty) {
      refuse(run, wrong);
    }
  }

  private void enterOrThrow(ImportRun run, List<Fault> wrong) {
    try {
      transactions.run(() -> all(run, wrong, false));
    } catch (DataIntegrityViolationException refused) {
      log.warn("import {}: the database refused a chunk, now row by row", run.id(), refused);
      transactions.run(() -> all(run, wrong, true));
    }
    log.info("import {}: entered as a whole", run.id());
  }

  /** Runs again from the start when the database chose it as a victim. */
  private boolean all(ImportRun run, List<Fault> wrong, boolean rowByRow) {
    wrong.clear();
    for (Sheet sheet : Sheet.values()) {
      Check check = chunks.check(run, sheet, EstateIndex.read(jdbc), false);
      for (List<List<StagedRow>> chunk : chunks.of(run, sheet, stage::toCheck)) {
        lock.renew();
        if (rowByRow) {
          chunk.forEach(thing -> writeAlone(run, sheet, thing, check, wrong));
        } else {
          write(run, sheet, chunk, check, wrong);
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new Faulty();
    }
    links.link(run);
    runs.after(run.id(), counting.now());
    return runs.move(run.id(), RunState.ENTERING, RunState.DONE);
  }

  private void write(
      ImportRun run, Sheet sheet, List<List<StagedRow>> things, Check check, List<Fault> wrong) {
    List<Verdict> verdicts = chunks.write(sheet, things, check, new Writes(template));
    stage.keep(run.id(), verdicts, true);
    Verdict.faults(verdicts).stream().filter(fault -> !fault.notice()).forEach(wrong::add);
  }

  private void writeAlone(
      ImportRun run, Sheet sheet, List<StagedRow> thing, Check check, List<Fault> wrong) {
    try {
      write(run, sheet, List.of(thing), check, wrong);
    } catch (DataIntegrityViolationException refused) {
      wrong.addAll(Verdict.refusedByDatabase(thing).faults());
      throw new Faulty();
    }
  }

  private void refuse(ImportRun run, List<Fault> wrong) {
    transactions.run(
        () -> {
          lock.renew();
          faults.clearChecked(run.id());
          faults.add(run.id(), wrong, false);
          return true;
        });
    giveUp(run, "changed-meanwhile");
    log.warn("import {}: nothing entered, {} faults since the check", run.id(), wrong.size());
  }

  /**
   * Nothing of it is entered.
   *
   * @param failure why
   */
  void giveUp(ImportRun run, String failure) {
    // No fault for each row: that nothing was entered is one sentence.
    stage.refuseRest(run.id(), rest -> {});
    runs.fail(run.id(), failure);
  }
}
