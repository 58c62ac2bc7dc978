package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The staged rows of a sheet in chunks of whole things, and what they are judged by. */
@Component
class Chunks {
  /** Rows of a chunk, at most. */
  static final int SIZE = 500;

  private final Stage stage;
  private final Clock clock;
  private final Map<Sheet, SheetRules> rules;

  Chunks(Stage stage, Clock clock, List<SheetRules> rules) {
    this.stage = stage;
    this.clock = clock;
    this.rules = rules.stream().collect(Collectors.toMap(SheetRules::sheet, Function.identity()));
  }

  /** Gives the rows of a sheet that come after a position. */
  interface Source {
    List<StagedRow> next(long run, Sheet sheet, int after, int limit);
  }

  SheetRules rules(Sheet sheet) {
    return Objects.requireNonNull(rules.get(sheet), sheet::code);
  }

  /**
   * What is known while a sheet is judged.
   *
   * @param dry nothing is written
   */
  Check check(ImportRun run, Sheet sheet, EstateIndex estates, boolean dry) {
    return new Check(run.source(), Utc.now(clock), estates, stage.letters(run.id(), sheet), dry);
  }

  /** Judges things once more and writes what is good; inside of a transaction. */
  List<Verdict> write(Sheet sheet, List<List<StagedRow>> things, Check check, Writes writes) {
    List<Verdict> verdicts = rules(sheet).judge(things, check);
    verdicts.forEach(verdict -> verdict.change().accept(writes));
    writes.flush();
    return verdicts;
  }

  /** The things of a sheet; each chunk is read when it is asked for. */
  Iterable<List<List<StagedRow>>> of(ImportRun run, Sheet sheet, Source rows) {
    return () ->
        new Iterator<>() {
          private int after = sheet.position(0);
          private List<List<StagedRow>> ahead = List.of();

          @Override
          public boolean hasNext() {
            if (ahead.isEmpty()) {
              ahead = things(sheet, rows.next(run.id(), sheet, after, SIZE));
            }
            return !ahead.isEmpty();
          }

          @Override
          public List<List<StagedRow>> next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            List<List<StagedRow>> chunk = ahead;
            List<StagedRow> last = chunk.get(chunk.size() - 1);
            after = last.get(last.size() - 1).position();
            ahead = List.of();
            return chunk;
          }
        };
  }

  static int rows(List<List<StagedRow>> things) {
    return things.stream().mapToInt(List::size).sum();
  }

  /** Rows as things: one that may go on in the next chunk is left to it. */
  private List<List<StagedRow>> things(Sheet sheet, List<StagedRow> rows) {
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
    if (rows.size() == SIZE && things.size() > 1 && !last.isEmpty()) {
      things.remove(things.size() - 1);
    }
    return things;
  }
}
