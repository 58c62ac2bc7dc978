package cn.wuye.hotline.backend.moving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Estates, known by their names. */
@Component
class EstateRows implements SheetRules {
  @Override
  public Sheet sheet() {
    return Sheet.ESTATES;
  }

  @Override
  public List<Verdict> judge(List<List<StagedRow>> things, Check check) {
    return things.stream().map(thing -> one(thing, check)).toList();
  }

  private static Verdict one(List<StagedRow> thing, Check check) {
    StagedRow row = thing.get(0);
    List<Fault> faults = new ArrayList<>();
    Cells cells = new Cells(row, check, faults);
    String name = cells.required("estate", 60);
    String aliases = aliases(cells.text("aliases", 500));
    Integer position = cells.number("position", 0, 100_000);
    if (name.contains("|")) {
      cells.fault("estate", "bar", "");
    }
    Integer before = check.seenBefore(EstateIndex.plain(name), row.number());
    if (before != null && !name.isEmpty()) {
      cells.fault("estate", "repeated", before.toString());
    }
    if (!faults.isEmpty()) {
      return Verdict.refused(thing, faults);
    }
    Optional<EstateIndex.Known> known =
        check.estates().named(name).filter(estate -> estate.id() != null);
    return known.isPresent()
        ? existing(thing, known.get(), aliases, position)
        : added(thing, name, aliases, position, check);
  }

  private static Verdict existing(
      List<StagedRow> thing, EstateIndex.Known known, String aliases, @Nullable Integer position) {
    String wanted = aliases.isEmpty() ? known.aliases() : aliases;
    int place = position == null ? known.position() : position;
    if (wanted.equals(known.aliases()) && place == known.position()) {
      return Verdict.same(thing, known.name(), "");
    }
    return Verdict.change(
        thing,
        known.name(),
        "",
        writes ->
            writes.later(
                "UPDATE estate SET aliases = ?, position = ?, version = version + 1 WHERE id = ?",
                wanted,
                place,
                known.id()));
  }

  private static Verdict added(
      List<StagedRow> thing, String name, String aliases, @Nullable Integer position, Check check) {
    int place = position == null ? check.estates().nextPosition() : position;
    check.estates().add(new EstateIndex.Known(null, name, aliases, place));
    return Verdict.add(
        thing,
        name,
        "",
        writes ->
            writes.later(
                "INSERT INTO estate (version, name, aliases, position) VALUES (0, ?, ?, ?)",
                name,
                aliases,
                place));
  }

  private static String aliases(String text) {
    return Arrays.stream(text.split("[;；,，、|/\\n]+"))
        .map(String::strip)
        .filter(alias -> !alias.isEmpty())
        .distinct()
        .collect(Collectors.joining("|"));
  }
}
