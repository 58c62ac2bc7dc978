package cn.wuye.hotline.backend.resident;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A resident.
 *
 * @param id null until saved
 * @param name 1–60 characters
 * @param dialect preferred, BCP 47-like code; {@code cmn} when nothing is known
 * @param phones several people may share one
 * @param dwellings the first is where she lives now
 */
@Table("resident")
public record Resident(
    @Id @Nullable Long id,
    @Version @Nullable Long version,
    String name,
    String dialect,
    @MappedCollection(idColumn = "resident_id", keyColumn = "position") List<Phone> phones,
    @MappedCollection(idColumn = "resident_id", keyColumn = "position") List<Dwelling> dwellings) {

  /** A new one, not saved yet. */
  public static Resident named(
      String name, String dialect, List<PhoneNumber> phones, List<Dwelling> dwellings) {
    return new Resident(
        null, null, name, dialect, phones.stream().map(Phone::new).toList(), dwellings);
  }

  /** The same with what a form holds changed; everything else stays. */
  public Resident with(
      long formVersion,
      String newName,
      String newDialect,
      List<PhoneNumber> newPhones,
      List<Dwelling> newDwellings) {
    return new Resident(
        id,
        formVersion,
        newName,
        newDialect,
        newPhones.stream().map(Phone::new).toList(),
        newDwellings);
  }

  /** Whether one who sees this much sees her. */
  boolean seenIn(EstateScope scope) {
    return scope.all() || dwellings.stream().anyMatch(dwelling -> scope.sees(dwelling.estateId()));
  }

  /** A number she is reached at. */
  @Table("resident_phone")
  public record Phone(PhoneNumber number) {}

  /** Where she lives or lived; text parts are empty strings while unknown. */
  @Table("resident_dwelling")
  public record Dwelling(EstateId estateId, String building, String unit, String room) {}
}
