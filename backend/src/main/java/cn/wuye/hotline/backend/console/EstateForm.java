package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.Estate;
import org.jspecify.annotations.Nullable;

/**
 * An estate's fields as typed.
 *
 * @param id empty string for a new one
 * @param aliases one a line
 * @param buildings one a line
 */
record EstateForm(
    String id, String version, String name, String aliases, String position, String buildings) {

  // Called by data binding: fields that were not sent are null.
  EstateForm(
      @Nullable String id,
      @Nullable String version,
      @Nullable String name,
      @Nullable String aliases,
      @Nullable String position,
      @Nullable String buildings) {
    this.id = text(id);
    this.version = text(version);
    this.name = text(name);
    this.aliases = text(aliases);
    this.position = text(position);
    this.buildings = text(buildings);
  }

  static EstateForm empty(int position) {
    return new EstateForm("", "0", "", "", Integer.toString(position), "");
  }

  static EstateForm of(Estate estate) {
    return new EstateForm(
        estate.requireId().toString(),
        String.valueOf(estate.version()),
        estate.name(),
        Lines.joined(estate.aliases().names()),
        Integer.toString(estate.position()),
        Lines.joined(estate.buildings().stream().map(Estate.Building::name).toList()));
  }

  EstateForm withVersion(String now) {
    return new EstateForm(id, now, name, aliases, position, buildings);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
