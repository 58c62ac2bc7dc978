package cn.wuye.hotline.backend.moving;

import java.util.List;
import java.util.function.Consumer;

/**
 * What is to be done with the rows that make one thing.
 *
 * @param faults notices among them do not refuse it
 * @param change writes it; does nothing unless something is added or changed
 * @param estate the estate's name, for the sums
 * @param category a code, for the sums
 */
record Verdict(
    List<StagedRow> rows,
    Action action,
    List<Fault> faults,
    Consumer<Writes> change,
    String estate,
    String category) {

  static Verdict refused(List<StagedRow> rows, List<Fault> faults) {
    return new Verdict(rows, Action.REFUSED, faults, writes -> {}, "", "");
  }

  /** The database would not have it, whatever was judged. */
  static Verdict refusedByDatabase(List<StagedRow> rows) {
    StagedRow row = rows.get(0);
    return refused(
        rows,
        List.of(new Fault(row.sheet().code(), row.number(), "", "", "", "database", "", false)));
  }

  /** Everything that is wrong with these. */
  static List<Fault> faults(List<Verdict> verdicts) {
    return verdicts.stream().flatMap(verdict -> verdict.faults().stream()).toList();
  }

  static Verdict same(List<StagedRow> rows, String estate, String category) {
    return new Verdict(rows, Action.SAME, List.of(), writes -> {}, estate, category);
  }

  static Verdict add(List<StagedRow> rows, String estate, String category, Consumer<Writes> how) {
    return new Verdict(rows, Action.ADD, List.of(), how, estate, category);
  }

  static Verdict change(
      List<StagedRow> rows, String estate, String category, Consumer<Writes> how) {
    return new Verdict(rows, Action.CHANGE, List.of(), how, estate, category);
  }
}
