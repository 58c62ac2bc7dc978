package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.resident.DialectCodes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An estate's fields as typed.
 *
 * @param id empty string for a new one
 * @param aliases one a line
 * @param buildings one a line
 * @param personFromAge empty string: the rule is off
 * @param dialect code of the one that is usual there
 */
record EstateForm(
    String id,
    String version,
    String name,
    String aliases,
    String position,
    String buildings,
    String personFromAge,
    String dialect) {

  // Called by data binding: fields that were not sent are null.
  EstateForm(
      @Nullable String id,
      @Nullable String version,
      @Nullable String name,
      @Nullable String aliases,
      @Nullable String position,
      @Nullable String buildings,
      @Nullable String personFromAge,
      @Nullable String dialect) {
    this.id = text(id);
    this.version = text(version);
    this.name = text(name);
    this.aliases = text(aliases);
    this.position = text(position);
    this.buildings = text(buildings);
    this.personFromAge = text(personFromAge);
    this.dialect = text(dialect);
  }

  static EstateForm empty(int position) {
    return new EstateForm(
        "", "0", "", "", Integer.toString(position), "", "", DialectCodes.MANDARIN);
  }

  static EstateForm of(Estate estate) {
    return new EstateForm(
        estate.requireId().toString(),
        String.valueOf(estate.version()),
        estate.name(),
        Lines.joined(estate.aliases().names()),
        Integer.toString(estate.position()),
        Lines.joined(estate.buildings().stream().map(Estate.Building::name).toList()),
        Objects.toString(estate.personFromAge(), ""),
        estate.dialect());
  }

  EstateForm withVersion(String now) {
    return new EstateForm(id, now, name, aliases, position, buildings, personFromAge, dialect);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
