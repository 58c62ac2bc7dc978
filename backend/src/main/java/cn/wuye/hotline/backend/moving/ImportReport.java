package cn.wuye.hotline.backend.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do, or did.
 *
 * @param sheets each sheet in the file
 * @param residents by estate
 * @param ticketsByEstate by estate, the empty name for those without
 * @param ticketsByCategory by code
 */
public record ImportReport(
    List<SheetLine> sheets,
    List<SumLine> residents,
    List<SumLine> ticketsByEstate,
    List<SumLine> ticketsByCategory) {

  /**
   * A sheet.
   *
   * @param refused rows
   * @param after counted when it is done, else what is expected
   */
  public record SheetLine(
      Sheet sheet, long before, long add, long change, long same, long refused, long after) {}

  /**
   * A sum of control.
   *
   * @param added by the file
   * @param after counted when it is done, else null
   */
  public record SumLine(String name, long before, long added, @Nullable Long after) {
    /** Whether it is what was to be expected. */
    public boolean fits() {
      Long counted = after;
      return counted == null || counted == before + added;
    }
  }

  static ImportReport of(ImportRun run, List<Stage.Group> groups) {
    boolean done = run.state() == RunState.DONE;
    List<SheetLine> sheets = new ArrayList<>();
    for (Sheet sheet : Sheet.values()) {
      List<Stage.Group> of = groups.stream().filter(g -> g.sheet() == sheet).toList();
      if (!of.isEmpty()) {
        long before = run.before().total().getOrDefault(sheet.code(), 0L);
        long add = count(of, Action.ADD);
        long after = done ? run.after().total().getOrDefault(sheet.code(), 0L) : before + add;
        sheets.add(
            new SheetLine(
                sheet,
                before,
                add,
                count(of, Action.CHANGE),
                count(of, Action.SAME),
                count(of, Action.REFUSED),
                after));
      }
    }
    return new ImportReport(
        sheets,
        sums(
            run.before().residents(),
            run.after().residents(),
            done,
            added(groups, Sheet.RESIDENTS),
            true),
        sums(
            run.before().ticketsByEstate(),
            run.after().ticketsByEstate(),
            done,
            added(groups, Sheet.TICKETS),
            true),
        sums(
            run.before().ticketsByCategory(),
            run.after().ticketsByCategory(),
            done,
            added(groups, Sheet.TICKETS),
            false));
  }

  private static List<Stage.Group> added(List<Stage.Group> groups, Sheet sheet) {
    return groups.stream()
        .filter(group -> group.sheet() == sheet && group.action().equals(Action.ADD.code()))
        .toList();
  }

  private static long count(List<Stage.Group> groups, Action action) {
    return sum(groups, group -> group.action().equals(action.code()));
  }

  private static long sum(List<Stage.Group> groups, Predicate<Stage.Group> which) {
    return groups.stream().filter(which).mapToLong(Stage.Group::count).sum();
  }

  private static List<SumLine> sums(
      Map<String, Long> before,
      Map<String, Long> after,
      boolean done,
      List<Stage.Group> added,
      boolean byEstate) {
    TreeSet<String> names = new TreeSet<>();
    Stream.concat(before.keySet().stream(), after.keySet().stream()).forEach(names::add);
    added.forEach(group -> names.add(byEstate ? group.estate() : group.category()));
    return names.stream()
        .map(
            name ->
                new SumLine(
                    name,
                    before.getOrDefault(name, 0L),
                    sum(
                        added,
                        group -> (byEstate ? group.estate() : group.category()).equals(name)),
                    done ? after.getOrDefault(name, 0L) : null))
        // Of thousands of estates those that the file touches are looked at.
        .filter(line -> line.added() > 0 || names.size() <= 50)
        .toList();
  }
}
