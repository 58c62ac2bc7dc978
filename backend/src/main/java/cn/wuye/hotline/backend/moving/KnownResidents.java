package cn.wuye.hotline.backend.moving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the residents of a chunk that are there already: by old id, by name and number or place.
 */
@Component
class KnownResidents {
  private final JdbcClient jdbc;

  KnownResidents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One that is there. */
  static final class Known {
    final long id;
    final String externalId;
    final String name;
    final String dialect;
    final @Nullable Integer birthYear;
    final List<String> phones = new ArrayList<>();
    final List<Place> places = new ArrayList<>();

    Known(
        long id,
        @Nullable String externalId,
        String name,
        String dialect,
        @Nullable Integer birthYear) {
      this.id = id;
      this.externalId = externalId == null ? "" : externalId;
      this.name = name;
      this.dialect = dialect;
      this.birthYear = birthYear;
    }
  }

  /** A dwelling that is there. */
  record Place(long estate, String building, String unit, String room) {
    boolean is(NewResident.Dwelling other) {
      return other.estate().is(estate)
          && building.equals(other.building())
          && unit.equals(other.unit())
          && room.equals(other.room());
    }
  }

  /** Those who may be meant. */
  Candidates of(Collection<NewResident> wanted) {
    Set<Long> ids = new LinkedHashSet<>();
    List<String> external =
        wanted.stream().map(NewResident::externalId).filter(id -> !id.isEmpty()).toList();
    ids.addAll(ids("SELECT id FROM resident WHERE external_id IN (:values)", external));
    ids.addAll(
        ids(
            "SELECT resident_id FROM resident_phone WHERE number IN (:values)",
            wanted.stream().flatMap(resident -> resident.phones().stream()).distinct().toList()));
    ids.addAll(
        ids(
            "SELECT id FROM resident WHERE name IN (:values)",
            wanted.stream()
                .filter(resident -> resident.phones().isEmpty())
                .map(NewResident::name)
                .distinct()
                .toList()));
    return new Candidates(read(ids));
  }

  /** Some residents, to be asked which one is meant. */
  record Candidates(Collection<Known> all) {
    Optional<Known> match(NewResident wanted) {
      return byExternalId(wanted).or(() -> byName(wanted));
    }

    private Optional<Known> byExternalId(NewResident wanted) {
      return wanted.externalId().isEmpty()
          ? Optional.empty()
          : all.stream().filter(known -> known.externalId.equals(wanted.externalId())).findFirst();
    }

    /** One who has an old id of her own is another person, whatever she is called. */
    private Optional<Known> byName(NewResident wanted) {
      return all.stream()
          .filter(known -> known.name.equals(wanted.name()))
          .filter(known -> wanted.externalId().isEmpty() || known.externalId.isEmpty())
          .filter(
              known ->
                  wanted.phones().isEmpty()
                      ? !wanted.dwellings().isEmpty()
                          && known.places.stream().anyMatch(p -> p.is(wanted.dwellings().get(0)))
                      : known.phones.contains(wanted.phones().get(0)))
          .findFirst();
    }
  }

  private List<Long> ids(String sql, List<String> values) {
    return values.isEmpty()
        ? List.of()
        : jdbc.sql(sql).param("values", values).query(Long.class).list();
  }

  private Collection<Known> read(Set<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, Known> known = new HashMap<>();
    jdbc.sql(
            "SELECT id, external_id, name, dialect, birth_year FROM resident"
                + " WHERE id IN (:ids) ORDER BY id")
        .param("ids", ids)
        .query(
            row -> {
              known.put(
                  row.getLong("id"),
                  new Known(
                      row.getLong("id"),
                      row.getString("external_id"),
                      Objects.requireNonNull(row.getString("name")),
                      Objects.requireNonNull(row.getString("dialect")),
                      row.getObject("birth_year", Integer.class)));
            });
    jdbc.sql(
            "SELECT resident_id, number FROM resident_phone WHERE resident_id IN (:ids)"
                + " ORDER BY resident_id, position")
        .param("ids", ids)
        .query(
            row -> {
              Known of = known.get(row.getLong("resident_id"));
              if (of != null) {
                of.phones.add(row.getString("number"));
              }
            });
    jdbc.sql(
            "SELECT resident_id, estate_id, building, unit, room FROM resident_dwelling"
                + " WHERE resident_id IN (:ids) ORDER BY resident_id, position")
        .param("ids", ids)
        .query(
            row -> {
              Known of = known.get(row.getLong("resident_id"));
              if (of != null) {
                of.places.add(
                    new Place(
                        row.getLong("estate_id"),
                        row.getString("building"),
                        row.getString("unit"),
                        row.getString("room")));
              }
            });
    return known.values();
  }
}
