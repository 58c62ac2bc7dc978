package cn.wuye.hotline.backend.moving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Buildings, known by their names within an estate; new ones come after those there are. */
@Component
class BuildingRows implements SheetRules {
  private final JdbcClient jdbc;

  BuildingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Sheet sheet() {
    return Sheet.BUILDINGS;
  }

  /** The buildings of an estate, by plain name, and where the next one stands. */
  private static final class Known {
    private final Map<String, String> names = new HashMap<>();
    private int next;
  }

  @Override
  public List<Verdict> judge(List<List<StagedRow>> things, Check check) {
    Map<Long, Known> estates = new HashMap<>();
    return things.stream().map(thing -> judge(thing, check, estates)).toList();
  }

  private Verdict judge(List<StagedRow> thing, Check check, Map<Long, Known> estates) {
    StagedRow row = thing.get(0);
    List<Fault> faults = new ArrayList<>();
    Cells cells = new Cells(row, check, faults);
    cells.required("estate", 60);
    EstateIndex.Known estate = faults.isEmpty() ? cells.estate("estate") : null;
    String name = cells.required("building", 60);
    if (estate != null && !name.isEmpty()) {
      Integer before =
          check.seenBefore(
              EstateIndex.plain(estate.name()) + "|" + EstateIndex.plain(name), row.number());
      if (before != null) {
        cells.fault("building", "repeated", before.toString());
      }
    }
    if (!faults.isEmpty() || estate == null) {
      return Verdict.refused(thing, faults);
    }
    Long id = estate.id();
    if (id == null) {
      return Verdict.add(thing, estate.name(), "", writes -> {});
    }
    Known known = estates.computeIfAbsent(id, this::read);
    if (known.names.putIfAbsent(EstateIndex.plain(name), name) != null) {
      return Verdict.same(thing, estate.name(), "");
    }
    int position = known.next++;
    return Verdict.add(
        thing,
        estate.name(),
        "",
        writes -> {
          writes.later(
              "INSERT INTO building (estate_id, name, position) VALUES (?, ?, ?)",
              id,
              name,
              position);
          writes.later("UPDATE estate SET version = version + 1 WHERE id = ?", id);
        });
  }

  private Known read(long estate) {
    Known known = new Known();
    jdbc.sql("SELECT name, position FROM building WHERE estate_id = ?")
        .param(estate)
        .query(
            row -> {
              String name = Objects.requireNonNull(row.getString("name"));
              known.names.put(EstateIndex.plain(name), name);
              known.next = Math.max(known.next, row.getInt("position") + 1);
            });
    return known;
  }
}
