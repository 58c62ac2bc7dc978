package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.resident.DialectCodes;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.ResidentSearch;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Residents: looked for, looked at, and changed by an administrator. */
@Controller
class ResidentController {
  private static final String PATH = "/console/residents";
  private static final int PAGE = 50;

  private final ResidentDesk desk;
  private final Choices choices;
  private final Labels labels;
  private final List<ResidentPart> parts;

  ResidentController(ResidentDesk desk, Choices choices, Labels labels, List<ResidentPart> parts) {
    this.desk = desk;
    this.choices = choices;
    this.labels = labels;
    this.parts = parts;
  }

  /** A resident in words; numbers are masked. */
  record Line(
      String id,
      String name,
      String phones,
      List<String> places,
      String dialect,
      String birthYear) {}

  /** What is looked for, as typed. */
  record Asked(String q, String estate, String building, String room) {
    // Called by data binding: parameters that were not sent are null.
    Asked(
        @Nullable String q,
        @Nullable String estate,
        @Nullable String building,
        @Nullable String room) {
      this.q = text(q);
      this.estate = text(estate);
      this.building = text(building);
      this.room = text(room);
    }

    boolean anything() {
      return !(q + estate + building + room).isEmpty();
    }

    boolean tooShort() {
      return q.matches("\\+?[0-9]+") && q.length() < ResidentSearch.SHORTEST_TAIL;
    }

    ResidentSearch.Query query() {
      return new ResidentSearch.Query(q, EstateId.find(estate).orElse(null), building, room);
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value.strip();
    }
  }

  @GetMapping(PATH)
  ModelAndView list(Asked asked, @AuthenticationPrincipal SignedInUser me) {
    boolean look = asked.anything() && !asked.tooShort();
    ResidentDesk.Found found =
        look ? desk.find(asked.query(), PAGE, me) : new ResidentDesk.Found(List.of(), false);
    Map<String, String> estates = estates(me);
    return new ModelAndView("residents")
        .addObject("asked", asked)
        .addObject("looked", look)
        .addObject("tooShort", asked.tooShort())
        .addObject("many", found.more())
        .addObject("most", PAGE)
        .addObject(
            "residents",
            found.residents().stream().map(resident -> line(resident, estates)).toList())
        .addObject("estateChoices", choices.estates(me.scope()))
        .addObject("buildings", choices.buildings(me.scope()))
        .addObject("edits", PlaceRights.edits(me));
  }

  @GetMapping(PATH + "/new")
  ModelAndView empty(@AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(PlaceRights.edits(me));
    return form(ResidentForm.EMPTY, Map.of(), me, HttpStatus.OK);
  }

  @GetMapping(PATH + "/{id:[0-9]{1,18}}")
  ModelAndView one(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    Resident resident = desk.require(id, me);
    return PlaceRights.edits(me)
        ? form(
            ResidentForm.of(resident, desk.contact(resident), desk.wish(resident), me.scope()),
            Map.of(),
            me,
            HttpStatus.OK)
        : withParts(
            new ModelAndView("resident")
                .addObject("r", line(resident, estates(me)))
                .addObject("noSurveys", desk.wish(resident).noSurveys())
                .addObject("preferred", PreferredHours.written(desk.wish(resident))),
            id,
            me);
  }

  @PostMapping(PATH)
  ModelAndView save(HttpServletRequest request, @AuthenticationPrincipal SignedInUser me) {
    ResidentForm form = ResidentForm.of(request);
    ResidentDesk.Saved saved = desk.save(form, me);
    if (saved.wrong().isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "/" + saved.id() + "?saved");
    }
    boolean stale = saved.wrong().containsKey("version");
    Map<String, String> errors =
        saved.wrong().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> labels.text(e.getValue().message(), e.getValue().argument())));
    return form(
        stale ? form.withVersion(String.valueOf(desk.require(form.id(), me).version())) : form,
        errors,
        me,
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView form(
      ResidentForm form, Map<String, String> errors, SignedInUser me, HttpStatus status) {
    ModelAndView page =
        new ModelAndView("resident-edit", status)
            .addObject("form", form)
            .addObject("errors", errors)
            .addObject(
                "dialects",
                Stream.concat(Stream.of(DialectCodes.UNKNOWN), DialectCodes.ALL.stream())
                    .map(code -> new Choice(code, dialect(code)))
                    .toList())
            .addObject("languages", choices.of("message-language", Language.class))
            .addObject("estateChoices", choices.estates(me.scope()))
            .addObject("buildings", choices.buildings(me.scope()));
    return withParts(page, form.id(), me);
  }

  private String dialect(String code) {
    return code.equals(DialectCodes.UNKNOWN)
        ? labels.text("residents.dialect.unknown")
        : labels.name("dialect", code);
  }

  /** A resident who is not saved yet has no parts. */
  private ModelAndView withParts(ModelAndView page, String id, SignedInUser me) {
    if (!id.isEmpty()) {
      long resident = Long.parseLong(id);
      parts.forEach(part -> part.add(resident, me, page));
    }
    return page;
  }

  private Map<String, String> estates(SignedInUser me) {
    return choices.estates(me.scope()).stream()
        .collect(Collectors.toMap(Choice::value, Choice::text));
  }

  /** Where she lives in an estate out of sight is not this user's business either. */
  private Line line(Resident resident, Map<String, String> estates) {
    return new Line(
        String.valueOf(Objects.requireNonNull(resident.id())),
        resident.name(),
        resident.phones().stream()
            .map(phone -> phone.number().masked())
            .collect(Collectors.joining("、")),
        resident.dwellings().stream()
            .filter(home -> estates.containsKey(home.estateId().toString()))
            .map(
                home ->
                    Stream.of(
                            estates.getOrDefault(home.estateId().toString(), ""),
                            home.building(),
                            home.unit(),
                            home.room())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")))
            .toList(),
        dialect(resident.dialect()),
        Objects.toString(resident.birthYear(), ""));
  }
}
