package cn.wuye.hotline.backend.console.equipment;

import cn.wuye.hotline.backend.equipment.Equipment;
import cn.wuye.hotline.backend.equipment.EquipmentKind;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A thing of the register as it was typed; null where a field was not sent. */
record EquipmentForm(
    @Nullable String version,
    @Nullable String estate,
    @Nullable String building,
    @Nullable String kind,
    @Nullable String code,
    @Nullable String name,
    @Nullable String installedOn,
    @Nullable String maintainer,
    @Nullable String plan,
    @Nullable String lastServiceOn) {

  static EquipmentForm of(Equipment thing) {
    return new EquipmentForm(
        Long.toString(thing.version()),
        thing.estate().toString(),
        thing.building(),
        thing.kind().code(),
        thing.code(),
        thing.name(),
        Objects.toString(thing.installedOn(), ""),
        thing.maintainer(),
        thing.plan(),
        Objects.toString(thing.lastServiceOn(), ""));
  }

  static EquipmentForm empty() {
    return new EquipmentForm("0", "", "", "lift", "", "", "", "", "", "");
  }

  /** The same for what is there now. */
  EquipmentForm newer(long now) {
    return new EquipmentForm(
        Long.toString(now),
        estate,
        building,
        kind,
        code,
        name,
        installedOn,
        maintainer,
        plan,
        lastServiceOn);
  }

  /** Field to what is wrong with what was typed there, as far as it cannot even be read. */
  Map<String, String> unreadable() {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (EstateId.find(said(estate)).isEmpty()) {
      wrong.put("estate", "unknown");
    }
    if (Coded.find(EquipmentKind.class, said(kind)).isEmpty()) {
      wrong.put("kind", "unknown");
    }
    if (date(installedOn).isEmpty() && !said(installedOn).isEmpty()) {
      wrong.put("installedOn", "date");
    }
    if (date(lastServiceOn).isEmpty() && !said(lastServiceOn).isEmpty()) {
      wrong.put("lastServiceOn", "date");
    }
    return wrong;
  }

  /** Only when all can be read. */
  Equipment thing(long id) {
    return new Equipment(
        id,
        said(version).matches("[0-9]{1,18}") ? Long.parseLong(said(version)) : -1,
        EstateId.parse(said(estate)),
        said(building),
        Coded.of(EquipmentKind.class, said(kind)),
        said(code),
        said(name),
        date(installedOn).orElse(null),
        said(maintainer),
        said(plan),
        date(lastServiceOn).orElse(null));
  }

  private static Optional<LocalDate> date(@Nullable String typed) {
    try {
      return said(typed).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(said(typed)));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static String said(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
