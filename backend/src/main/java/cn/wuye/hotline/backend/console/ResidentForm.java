package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.contact.ResidentContact;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.survey.store.ResidentWish;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A resident's fields as typed.
 *
 * @param id empty string for a new one
 * @param birthYear empty string while unknown
 * @param phones one a line
 * @param optedOut {@code true} or empty string
 * @param byPhone {@code true} or empty string
 * @param noSurveys {@code true} or empty string
 * @param noSurveysBefore the same as it was when the form was shown: she may say so herself
 *     meanwhile
 * @param preferred when she wants to be called for surveys, {@code 18:00-20:00,09:00-10:00}
 * @param dwellings as many as there are, and one empty
 */
record ResidentForm(
    String id,
    String version,
    String name,
    String dialect,
    String birthYear,
    String phones,
    String email,
    String language,
    String optedOut,
    String byPhone,
    String noSurveys,
    String noSurveysBefore,
    String preferred,
    List<DwellingFields> dwellings) {
  static final ResidentForm EMPTY =
      new ResidentForm("", "0", "", "", "", "", "", "", "", "", "", "", "", List.of());

  /** One dwelling's fields. */
  record DwellingFields(String estate, String building, String unit, String room) {
    static final DwellingFields EMPTY = new DwellingFields("", "", "", "");
  }

  ResidentForm {
    dwellings = withOneEmpty(dwellings);
  }

  /** Read by hand: data binding would cut a building's name at a comma. */
  static ResidentForm of(HttpServletRequest request) {
    List<DwellingFields> dwellings = new ArrayList<>();
    for (int n = 0; n < all(request, "estate").length; n++) {
      dwellings.add(
          new DwellingFields(
              nth(request, "estate", n),
              nth(request, "building", n),
              nth(request, "unit", n),
              nth(request, "room", n)));
    }
    return new ResidentForm(
        nth(request, "id", 0),
        nth(request, "version", 0),
        nth(request, "name", 0),
        nth(request, "dialect", 0),
        nth(request, "birthYear", 0),
        nth(request, "phones", 0),
        nth(request, "email", 0),
        nth(request, "language", 0),
        nth(request, "optedOut", 0),
        nth(request, "byPhone", 0),
        nth(request, "noSurveys", 0),
        nth(request, "noSurveysBefore", 0),
        nth(request, "preferred", 0),
        dwellings);
  }

  /**
   * @param scope of who edits: dwellings elsewhere are not shown
   */
  static ResidentForm of(
      Resident resident, ResidentContact contact, ResidentWish wish, EstateScope scope) {
    return new ResidentForm(
        String.valueOf(resident.id()),
        String.valueOf(resident.version()),
        resident.name(),
        resident.dialect(),
        Objects.toString(resident.birthYear(), ""),
        Lines.joined(resident.phones().stream().map(phone -> phone.number().digits()).toList()),
        contact.email(),
        contact.language().code(),
        contact.optedOut() ? "true" : "",
        contact.byPhone() ? "true" : "",
        wish.noSurveys() ? "true" : "",
        wish.noSurveys() ? "true" : "",
        PreferredHours.written(wish),
        resident.dwellings().stream()
            .filter(home -> scope.sees(home.estateId()))
            .map(
                home ->
                    new DwellingFields(
                        home.estateId().toString(), home.building(), home.unit(), home.room()))
            .toList());
  }

  ResidentForm withVersion(String now) {
    return new ResidentForm(
        id,
        now,
        name,
        dialect,
        birthYear,
        phones,
        email,
        language,
        optedOut,
        byPhone,
        noSurveys,
        noSurveysBefore,
        preferred,
        dwellings);
  }

  /**
   * What she wishes, as far as the form changes it.
   *
   * @param now as it stands
   */
  ResidentWish wish(ResidentWish now, List<Frame> hours) {
    return new ResidentWish(
        noSurveys.equals(noSurveysBefore) ? now.noSurveys() : noSurveys.equals("true"), hours);
  }

  ResidentContact contact() {
    return new ResidentContact(
        email,
        Coded.find(Language.class, language).orElse(Language.CHINESE),
        optedOut.equals("true"),
        byPhone.equals("true"));
  }

  /** Those that name an estate. */
  List<DwellingFields> lived() {
    return dwellings.stream().filter(home -> !home.estate().isEmpty()).toList();
  }

  private static List<DwellingFields> withOneEmpty(List<DwellingFields> given) {
    List<DwellingFields> fields =
        new ArrayList<>(given.stream().filter(f -> !f.equals(DwellingFields.EMPTY)).toList());
    fields.add(DwellingFields.EMPTY);
    return List.copyOf(fields);
  }

  private static String[] all(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameterValues(name), new String[0]);
  }

  private static String nth(HttpServletRequest request, String name, int n) {
    String[] values = all(request, name);
    return n < values.length ? values[n].strip() : "";
  }
}
