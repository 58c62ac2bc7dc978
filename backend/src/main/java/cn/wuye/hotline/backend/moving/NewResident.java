package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resident as the rows of a file tell: one row for each dwelling, the first is where she lives.
 *
 * @param externalId empty string when the older system has none
 * @param dialect empty string: not said; {@link KnownCodes#UNKNOWN_DIALECT}: said to be not known
 * @param birthYear null: not said
 */
record NewResident(
    String externalId,
    String name,
    String dialect,
    @Nullable Integer birthYear,
    List<String> phones,
    List<Dwelling> dwellings) {

  /** Where she lives. */
  record Dwelling(EstateIndex.Known estate, String building, String unit, String room) {
    String place() {
      return estate.name() + "|" + building + "|" + unit + "|" + room;
    }
  }

  /** Reads the rows; what is wrong is added to the faults. */
  static NewResident read(
      List<StagedRow> rows, CodeNames dialects, Check check, List<Fault> faults) {
    List<String> phones = new ArrayList<>();
    List<Dwelling> dwellings = new ArrayList<>();
    String externalId = "";
    String name = "";
    String dialect = "";
    Integer birthYear = null;
    for (StagedRow row : rows) {
      Cells cells = new Cells(row, check, faults);
      externalId = first(externalId, cells.text("external-id", 60));
      name = first(name, cells.required("name", 60));
      dialect = first(dialect, cells.code("dialect", dialects));
      Integer year = cells.number("birth-year", Resident.EARLIEST_YEAR, Times.yearOf(check.now()));
      birthYear = birthYear == null ? year : birthYear;
      cells.phones("phones").stream()
          .map(PhoneNumber::digits)
          .filter(number -> !phones.contains(number))
          .forEach(phones::add);
      cells.required("estate", 60);
      EstateIndex.Known estate = cells.estate("estate");
      String building = cells.text("building", 60);
      String unit = cells.text("unit", 30);
      String room = cells.text("room", 30);
      if (estate != null) {
        dwellings.add(new Dwelling(estate, building, unit, room));
      }
    }
    return new NewResident(externalId, name, dialect, birthYear, phones, List.copyOf(dwellings));
  }

  private static String first(String known, String other) {
    return known.isEmpty() ? other : known;
  }

  String estateName() {
    return dwellings.isEmpty() ? "" : dwellings.get(0).estate().name();
  }
}
