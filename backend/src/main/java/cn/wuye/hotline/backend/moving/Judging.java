package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Transactions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The dry run: judges all rows of an import, sheet by sheet in chunks. What judges here is what
 * judges when it is entered, so that a check promises what is done.
 */
@Component
class Judging {
  private static final Logger log = LoggerFactory.getLogger(Judging.class);

  private final Runs runs;
  private final Stage stage;
  private final Faults faults;
  private final Chunks chunks;
  private final Counting counting;
  private final ImportLock lock;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  Judging(
      Runs runs,
      Stage stage,
      Faults faults,
      Chunks chunks,
      Counting counting,
      ImportLock lock,
      Transactions transactions,
      JdbcClient jdbc) {
    this.runs = runs;
    this.stage = stage;
    this.faults = faults;
    this.chunks = chunks;
    this.counting = counting;
    this.lock = lock;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** Writes nothing but the stage. Begins anew when it was interrupted. */
  void check(ImportRun run) {
    faults.clearChecked(run.id());
    runs.before(run.id(), counting.now());
    EstateIndex estates = EstateIndex.read(jdbc);
    int done = 0;
    for (Sheet sheet : Sheet.values()) {
      Check check = chunks.check(run, sheet, estates, true);
      for (List<List<StagedRow>> things : chunks.of(run, sheet, stage::toCheck)) {
        done += Chunks.rows(things);
        int soFar = done;
        transactions.run(
            () -> {
              lock.renew();
              List<Verdict> verdicts = chunks.rules(sheet).judge(things, check);
              stage.keep(run.id(), verdicts, false);
              faults.add(run.id(), Verdict.faults(verdicts), false);
              runs.progress(run.id(), 0, soFar);
              return true;
            });
      }
    }
    runs.move(run.id(), RunState.CHECKING, RunState.CHECKED);
    log.info("import {}: {} rows checked, {} faults", run.id(), done, faults.count(run.id()));
  }
}
