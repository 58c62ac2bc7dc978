package cn.wuye.hotline.backend.estate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An estate (小区) with its buildings.
 *
 * @param id null until saved
 * @param name 1–60 characters, unique
 * @param position order in which the keys are read out
 * @param personFromAge residents of this age in years and older are rung through to a person; null:
 *     off
 * @param dialect that is usual there, BCP 47-like code, {@code cmn} where nothing else is said: in
 *     it begins a call of a resident of whom no other is known
 */
@Table("estate")
public record Estate(
    @Id @Nullable EstateId id,
    @Version @Nullable Long version,
    String name,
    Aliases aliases,
    int position,
    @Nullable Integer personFromAge,
    String dialect,
    @MappedCollection(idColumn = "estate_id", keyColumn = "position") List<Building> buildings) {

  private static final String MANDARIN = "cmn";

  /** The least age that {@code personFromAge} may name, in years. */
  public static final int YOUNGEST = 50;

  /** The greatest age that {@code personFromAge} may name, in years. */
  public static final int OLDEST = 120;

  /** A new one, not saved yet. */
  public static Estate named(
      String name, List<String> aliases, int position, List<String> buildings) {
    return new Estate(
        null,
        null,
        name,
        new Aliases(aliases),
        position,
        null,
        MANDARIN,
        buildings.stream().map(Building::new).toList());
  }

  /** The same with what a form holds changed; everything else stays. */
  public Estate with(
      long formVersion,
      String newName,
      List<String> newAliases,
      int newPosition,
      List<String> newBuildings) {
    return new Estate(
        id,
        formVersion,
        newName,
        new Aliases(newAliases),
        newPosition,
        personFromAge,
        dialect,
        newBuildings.stream().map(Building::new).toList());
  }

  /** The same with the rule that residents from this age on are rung through to a person. */
  public Estate withPersonFromAge(@Nullable Integer age) {
    return new Estate(id, version, name, aliases, position, age, dialect, buildings);
  }

  /** The same where another dialect is usual. */
  public Estate withDialect(String usual) {
    return new Estate(id, version, name, aliases, position, personFromAge, usual, buildings);
  }

  /** The id of a saved estate. */
  public EstateId requireId() {
    if (id == null) {
      throw new IllegalStateException("estate " + name + " is not saved");
    }
    return id;
  }

  /**
   * A building.
   *
   * @param name as spoken, {@code 3号楼}; 1–60 characters, unique in its estate
   */
  @Table("building")
  public record Building(String name) {}

  /** Other names people use; none contains '|'. */
  public record Aliases(List<String> names) {
    public Aliases {
      names = List.copyOf(names);
      if (names.stream().anyMatch(name -> name.contains("|"))) {
        throw new IllegalArgumentException("an alias must not contain '|'");
      }
    }

    static Aliases parse(String column) {
      return new Aliases(column.isEmpty() ? List.of() : List.of(column.split("\\|")));
    }

    String column() {
      return String.join("|", names);
    }
  }
}
