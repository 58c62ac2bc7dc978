package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.resident.DialectCodes;
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
  private final KnownCodes codes;

  EstateRows(KnownCodes codes) {
    this.codes = codes;
  }

  @Override
  public Sheet sheet() {
    return Sheet.ESTATES;
  }

  @Override
  public List<Verdict> judge(List<List<StagedRow>> things, Check check) {
    CodeNames dialects = codes.dialects();
    return things.stream().map(thing -> one(thing, dialects, check)).toList();
  }

  /**
   * What the columns besides the name say.
   *
   * @param aliases empty string: not said
   * @param position null: not said
   * @param age null: not said
   * @param dialect empty string: not said
   */
  private record Wanted(
      String aliases, @Nullable Integer position, @Nullable Integer age, String dialect) {}

  private static Verdict one(List<StagedRow> thing, CodeNames dialects, Check check) {
    StagedRow row = thing.get(0);
    List<Fault> faults = new ArrayList<>();
    Cells cells = new Cells(row, check, faults);
    String name = cells.required("estate", 60);
    Wanted wanted =
        new Wanted(
            aliases(cells.text("aliases", 500)),
            cells.number("position", 0, 100_000),
            cells.number("person-from-age", Estate.YOUNGEST, Estate.OLDEST),
            cells.code("dialect", dialects));
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
        ? existing(thing, known.get(), wanted)
        : added(thing, name, wanted, check);
  }

  private static Verdict existing(List<StagedRow> thing, EstateIndex.Known known, Wanted wanted) {
    String aliases = wanted.aliases.isEmpty() ? known.aliases() : wanted.aliases;
    int place = wanted.position == null ? known.position() : wanted.position;
    Integer rule = wanted.age == null ? known.personFromAge() : wanted.age;
    String dialect = wanted.dialect.isEmpty() ? known.dialect() : wanted.dialect;
    if (aliases.equals(known.aliases())
        && place == known.position()
        && dialect.equals(known.dialect())
        && Objects.equals(rule, known.personFromAge())) {
      return Verdict.same(thing, known.name(), "");
    }
    return Verdict.change(
        thing,
        known.name(),
        "",
        writes ->
            writes.later(
                "UPDATE estate SET aliases = ?, position = ?, person_from_age = ?, dialect = ?,"
                    + " version = version + 1 WHERE id = ?",
                aliases,
                place,
                rule,
                dialect,
                known.id()));
  }

  private static Verdict added(List<StagedRow> thing, String name, Wanted wanted, Check check) {
    int place = wanted.position == null ? check.estates().nextPosition() : wanted.position;
    String dialect = wanted.dialect.isEmpty() ? DialectCodes.MANDARIN : wanted.dialect;
    check
        .estates()
        .add(new EstateIndex.Known(null, name, wanted.aliases, place, wanted.age, dialect));
    return Verdict.add(
        thing,
        name,
        "",
        writes ->
            writes.later(
                "INSERT INTO estate (version, name, aliases, position, person_from_age, dialect)"
                    + " VALUES (0, ?, ?, ?, ?, ?)",
                name,
                wanted.aliases,
                place,
                wanted.age,
                dialect));
  }

  private static String aliases(String text) {
    return Arrays.stream(text.split("[;；,，、|/\\n]+"))
        .map(String::strip)
        .filter(alias -> !alias.isEmpty())
        .distinct()
        .collect(Collectors.joining("|"));
  }
}
