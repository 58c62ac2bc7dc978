package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.moving.KnownResidents.Known;
import cn.wuye.hotline.backend.resident.DialectCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Residents, known by the older system's id, else by name and first number, else by name and place.
 * An empty cell leaves what is there; numbers and dwellings that are given stand in place of those
 * there are.
 */
@Component
class ResidentRows implements SheetRules {
  private final KnownResidents residents;
  private final KnownCodes codes;

  ResidentRows(KnownResidents residents, KnownCodes codes) {
    this.residents = residents;
    this.codes = codes;
  }

  @Override
  public Sheet sheet() {
    return Sheet.RESIDENTS;
  }

  @Override
  public String key(StagedRow row) {
    String id = row.cell("external-id");
    String phones = row.cell("phones").split("[;；,，、/|\\s]+", 2)[0];
    if (!id.isEmpty()) {
      return "id|" + id;
    }
    return phones.isEmpty()
        ? "place|"
            + row.cell("name")
            + "|"
            + row.cell("estate")
            + "|"
            + row.cell("building")
            + "|"
            + row.cell("unit")
            + "|"
            + row.cell("room")
        : "phone|" + row.cell("name") + "|" + phones;
  }

  @Override
  public List<Verdict> judge(List<List<StagedRow>> things, Check check) {
    CodeNames dialects = codes.preferredDialects();
    List<List<Fault>> faults = new ArrayList<>();
    List<NewResident> wanted = new ArrayList<>();
    for (List<StagedRow> thing : things) {
      List<Fault> wrong = new ArrayList<>();
      wanted.add(NewResident.read(thing, dialects, check, wrong));
      Integer before = check.seenBefore(key(thing.get(0)), thing.get(0).number());
      if (before != null) {
        new Cells(thing.get(0), check, wrong).fault("name", "repeated-resident", before.toString());
      }
      faults.add(wrong);
    }
    KnownResidents.Candidates known = residents.of(wanted);
    return IntStream.range(0, things.size())
        .mapToObj(
            n ->
                faults.get(n).isEmpty()
                    ? judge(things.get(n), wanted.get(n), known.match(wanted.get(n)))
                    : Verdict.refused(things.get(n), faults.get(n)))
        .toList();
  }

  private static Verdict judge(List<StagedRow> rows, NewResident wanted, Optional<Known> known) {
    if (known.isEmpty()) {
      return Verdict.add(rows, wanted.estateName(), "", writes -> add(wanted, writes));
    }
    Known there = known.get();
    String dialect = wanted.dialect().isEmpty() ? there.dialect : dialect(wanted);
    String externalId = wanted.externalId().isEmpty() ? there.externalId : wanted.externalId();
    Integer birthYear = wanted.birthYear() == null ? there.birthYear : wanted.birthYear();
    boolean phones = !wanted.phones().isEmpty() && !wanted.phones().equals(there.phones);
    boolean places = differ(wanted.dwellings(), there.places);
    if (!phones
        && !places
        && dialect.equals(there.dialect)
        && externalId.equals(there.externalId)
        && Objects.equals(birthYear, there.birthYear)
        && wanted.name().equals(there.name)) {
      return Verdict.same(rows, wanted.estateName(), "");
    }
    return Verdict.change(
        rows,
        wanted.estateName(),
        "",
        writes -> {
          writes.later(
              "UPDATE resident SET name = ?, dialect = ?, birth_year = ?, external_id = ?,"
                  + " version = version + 1 WHERE id = ?",
              wanted.name(),
              dialect,
              birthYear,
              emptyToNull(externalId),
              there.id);
          if (phones) {
            writes.later("DELETE FROM resident_phone WHERE resident_id = ?", there.id);
            phones(there.id, wanted, writes);
          }
          if (places) {
            writes.later("DELETE FROM resident_dwelling WHERE resident_id = ?", there.id);
            dwellings(there.id, wanted, writes);
          }
        });
  }

  private static boolean differ(
      List<NewResident.Dwelling> wanted, List<KnownResidents.Place> there) {
    return wanted.size() != there.size()
        || IntStream.range(0, wanted.size()).anyMatch(n -> !there.get(n).is(wanted.get(n)));
  }

  private static void add(NewResident wanted, Writes writes) {
    long id =
        writes.insert(
            "INSERT INTO resident (version, name, dialect, birth_year, external_id)"
                + " VALUES (0, ?, ?, ?, ?)",
            wanted.name(),
            dialect(wanted),
            wanted.birthYear(),
            emptyToNull(wanted.externalId()));
    phones(id, wanted, writes);
    dwellings(id, wanted, writes);
  }

  private static void phones(long id, NewResident wanted, Writes writes) {
    for (int n = 0; n < wanted.phones().size(); n++) {
      writes.later(
          "INSERT INTO resident_phone (resident_id, position, number) VALUES (?, ?, ?)",
          id,
          n,
          wanted.phones().get(n));
    }
  }

  private static void dwellings(long id, NewResident wanted, Writes writes) {
    for (int n = 0; n < wanted.dwellings().size(); n++) {
      NewResident.Dwelling home = wanted.dwellings().get(n);
      writes.later(
          "INSERT INTO resident_dwelling (resident_id, position, estate_id, building, unit, room)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          id,
          n,
          Objects.requireNonNull(home.estate().id(), "estate is entered before its residents"),
          home.building(),
          home.unit(),
          home.room());
    }
  }

  private static String dialect(NewResident wanted) {
    return wanted.dialect().equals(KnownCodes.UNKNOWN_DIALECT)
        ? DialectCodes.UNKNOWN
        : wanted.dialect();
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
