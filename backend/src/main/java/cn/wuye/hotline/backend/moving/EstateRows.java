package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.estate.Estate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
    Integer age = cells.number("person-from-age", Estate.YOUNGEST, Estate.OLDEST);
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
        ? existing(thing, known.get(), aliases, position, age)
        : added(thing, name, aliases, position, age, check);
  }

  private static Verdict existing(
      List<StagedRow> thing,
      EstateIndex.Known known,
      String aliases,
      @Nullable Integer position,
      @Nullable Integer age) {
    String wanted = aliases.isEmpty() ? known.aliases() : aliases;
    int place = position == null ? known.position() : position;
    Integer rule = age == null ? known.personFromAge() : age;
    if (wanted.equals(known.aliases())
        && place == known.position()
        && Objects.equals(rule, known.personFromAge())) {
      return Verdict.same(thing, known.name(), "");
    }
    return Verdict.change(
        thing,
        known.name(),
        "",
        writes ->
            writes.later(
                "UPDATE estate SET aliases = ?, position = ?, person_from_age = ?, version = version + 1"
                    + " WHERE id = ?",
                wanted,
                place,
                rule,
                known.id()));
  }

  private static Verdict added(
      List<StagedRow> thing,
      String name,
      String aliases,
      @Nullable Integer position,
      @Nullable Integer age,
      Check check) {
    int place = position == null ? check.estates().nextPosition() : position;
    check.estates().add(new EstateIndex.Known(null, name, aliases, place, age));
    return Verdict.add(
        thing,
        name,
        "",
        writes ->
            writes.later(
                "INSERT INTO estate (version, name, aliases, position, person_from_age)"
                    + " VALUES (0, ?, ?, ?, ?)",
                name,
                aliases,
                place,
                age));
  }

  private static String aliases(String text) {
    return Arrays.stream(text.split("[;；,，、|/\\n]+"))
        .map(String::strip)
        .filter(alias -> !alias.isEmpty())
        .distinct()
        .collect(Collectors.joining("|"));
  }
}
