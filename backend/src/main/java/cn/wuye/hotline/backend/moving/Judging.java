package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Judges all rows of an import, sheet by sheet in chunks; the second time for real. What is judged
 * and what is written is the same code, so that a check promises what is done.
 */
@Component
class Judging {
  private static final Logger log = LoggerFactory.getLogger(Judging.class);
  private static final int CHUNK = 500;

  private final Runs runs;
  private final Stage stage;
  private final Faults faults;
  private final Counting counting;
  private final ImportLock lock;
  private final Transactions transactions;
  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<Sheet, SheetRules> rules;

  Judging(
      Runs runs,
      Stage stage,
      Faults faults,
      Counting counting,
      ImportLock lock,
      Transactions transactions,
      JdbcTemplate template,
      JdbcClient jdbc,
      Clock clock,
      List<SheetRules> rules) {
    this.runs = runs;
    this.stage = stage;
    this.faults = faults;
    this.counting = counting;
    this.lock = lock;
    this.transactions = transactions;
    this.template = template;
    this.jdbc = jdbc;
    this.clock = clock;
    this.rules = rules.stream().collect(Collectors.toMap(SheetRules::sheet, Function.identity()));
  }

  /** The dry run: nothing but the stage is written. Begins anew when it was interrupted. */
  void check(ImportRun run) {
    faults.clearChecked(run.id());
    runs.before(run.id(), counting.now());
    EstateIndex estates = EstateIndex.read(jdbc);
    int done = 0;
    for (Sheet sheet : Sheet.values()) {
      Check check = check(run, sheet, estates, true);
      int after = sheet.position(0);
      for (List<List<StagedRow>> chunk = next(run, sheet, after, true);
          !chunk.isEmpty();
          chunk = next(run, sheet, after, true)) {
        List<List<StagedRow>> things = chunk;
        after = last(things);
        done += rows(things);
        int soFar = done;
        transactions.run(
            () -> {
              lock.renew();
              List<Verdict> verdicts = rules(sheet).judge(things, check);
              keep(run, verdicts, false);
              runs.progress(run.id(), 0, soFar);
              return true;
            });
      }
    }
    runs.move(run.id(), RunState.CHECKING, RunState.CHECKED);
    log.info("import {}: {} rows checked, {} faults", run.id(), done, faults.count(run.id()));
  }

  /** Enters what is good. What was entered before an interruption is not touched again. */
  void enter(ImportRun run) {
    int done = stage.entered(run.id());
    for (Sheet sheet : Sheet.values()) {
      Check check = check(run, sheet, EstateIndex.read(jdbc), false);
      int after = sheet.position(0);
      for (List<List<StagedRow>> chunk = next(run, sheet, after, false);
          !chunk.isEmpty();
          chunk = next(run, sheet, after, false)) {
        after = last(chunk);
        done += rows(chunk);
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
    linkDuplicates(run);
    runs.after(run.id(), counting.now());
    runs.move(run.id(), RunState.ENTERING, RunState.DONE);
    log.info("import {}: {} rows entered", run.id(), done);
  }

  private void enter(ImportRun run, List<List<StagedRow>> things, Check check, int done) {
    transactions.run(
        () -> {
          lock.renew();
          Writes writes = new Writes(template);
          List<Verdict> verdicts = rules(things.get(0).get(0).sheet()).judge(things, check);
          verdicts.forEach(verdict -> verdict.change().accept(writes));
          writes.flush();
          keep(run, verdicts, true);
          runs.progress(run.id(), 0, done);
          return true;
        });
  }

  private void enterAlone(ImportRun run, List<StagedRow> thing, Check check, int done) {
    try {
      enter(run, List.of(thing), check, done);
    } catch (DataIntegrityViolationException refused) {
      StagedRow row = thing.get(0);
      Fault fault = new Fault(row.sheet().code(), row.number(), "", "", "", "database", "", false);
      keep(run, List.of(Verdict.refused(thing, List.of(fault))), true);
    }
  }

  private void keep(ImportRun run, List<Verdict> verdicts, boolean entered) {
    stage.keep(run.id(), verdicts, entered);
    faults.add(
        run.id(), verdicts.stream().flatMap(verdict -> verdict.faults().stream()).toList(), false);
  }

  // Only now: the ticket that carries on may stand below the one that does not.
  private void linkDuplicates(ImportRun run) {
    int after = Sheet.TICKETS.position(0);
    for (List<StagedRow> rows = stage.duplicates(run.id(), after, CHUNK);
        !rows.isEmpty();
        rows = stage.duplicates(run.id(), after, CHUNK)) {
      after = rows.get(rows.size() - 1).position();
      List<StagedRow> chunk = rows;
      transactions.run(
          () -> {
            lock.renew();
            Writes writes = new Writes(template);
            for (StagedRow row : chunk) {
              String source = row.cell("source").isEmpty() ? run.source() : row.cell("source");
              writes.later(
                  "UPDATE ticket t JOIN ticket s ON s.origin_key = ? SET t.duplicate_of = s.number"
                      + " WHERE t.origin_key = ? AND t.number <> s.number",
                  OldTicket.origin(source, row.cell("duplicate-of")),
                  OldTicket.origin(source, row.cell("number")));
            }
            writes.flush();
            return true;
          });
    }
  }

  private Check check(ImportRun run, Sheet sheet, EstateIndex estates, boolean dry) {
    return new Check(run.source(), Utc.now(clock), estates, stage.letters(run.id(), sheet), dry);
  }

  private SheetRules rules(Sheet sheet) {
    return java.util.Objects.requireNonNull(rules.get(sheet), sheet::code);
  }

  /** The next rows as things: what may go on in the next chunk is left to it. */
  private List<List<StagedRow>> next(ImportRun run, Sheet sheet, int after, boolean dry) {
    List<StagedRow> rows =
        dry
            ? stage.toCheck(run.id(), sheet, after, CHUNK)
            : stage.toEnter(run.id(), sheet, after, CHUNK);
    List<List<StagedRow>> things = new ArrayList<>();
    String last = "";
    for (StagedRow row : rows) {
      String key = rules(sheet).key(row);
      if (key.isEmpty() || !key.equals(last)) {
        things.add(new ArrayList<>());
      }
      things.get(things.size() - 1).add(row);
      last = key;
    }
    if (rows.size() == CHUNK && things.size() > 1 && !last.isEmpty()) {
      things.remove(things.size() - 1);
    }
    return things;
  }

  private static int last(List<List<StagedRow>> things) {
    List<StagedRow> last = things.get(things.size() - 1);
    return last.get(last.size() - 1).position();
  }

  private static int rows(List<List<StagedRow>> things) {
    return things.stream().mapToInt(List::size).sum();
  }
}
