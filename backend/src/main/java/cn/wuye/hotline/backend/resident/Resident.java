package cn.wuye.hotline.backend.resident;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
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
 * @param dialect preferred, BCP 47-like code; empty string when it is not known, then that of her
 *     estate counts
 * @param birthYear null when unknown
 * @param consentAt when she agreed on the phone to be remembered; null when staff entered her
 * @param consentSource {@code call:<call id>}; null when staff entered her
 * @param phones several people may share one
 * @param dwellings the first is where she lives now
 */
@Table("resident")
public record Resident(
    @Id @Nullable Long id,
    @Version @Nullable Long version,
    String name,
    String dialect,
    @Nullable Integer birthYear,
    @Nullable Instant consentAt,
    @Nullable String consentSource,
    @MappedCollection(idColumn = "resident_id", keyColumn = "position") List<Phone> phones,
    @MappedCollection(idColumn = "resident_id", keyColumn = "position") List<Dwelling> dwellings) {

  /** The first year that {@code birthYear} may name; the last is the present one. */
  public static final int EARLIEST_YEAR = 1900;

  /** What one is called who has told only where she lives. */
  static final String FROM_PHONE = "来电登记住户";

  /** A new one, not saved yet. */
  public static Resident named(
      String name, String dialect, List<PhoneNumber> phones, List<Dwelling> dwellings) {
    return new Resident(
        null,
        null,
        name,
        dialect,
        null,
        null,
        null,
        phones.stream().map(Phone::new).toList(),
        dwellings);
  }

  /**
   * The same, born in that year.
   *
   * @param year null: unknown
   */
  public Resident born(@Nullable Integer year) {
    return new Resident(
        id, version, name, dialect, year, consentAt, consentSource, phones, dwellings);
  }

  /**
   * One who has told on the phone where she lives, and agreed that it is kept.
   *
   * @param dialect empty string when she has not said
   */
  static Resident remembered(
      CallId call, Instant at, PhoneNumber number, Dwelling home, String dialect) {
    return new Resident(
        null,
        null,
        FROM_PHONE,
        dialect,
        null,
        Utc.truncated(at),
        "call:" + call.value(),
        List.of(new Phone(number)),
        List.of(home));
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
        birthYear,
        consentAt,
        consentSource,
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
