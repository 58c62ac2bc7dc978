package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.DutyRole;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.resident.DialectCodes;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Estates with their buildings and duty lists; {@code company} stands for the general lists. */
@Controller
class EstateController {
  private static final String PATH = "/console/estates";
  private static final String COMPANY = "company";

  private final EstateDesk desk;
  private final Labels labels;
  private final List<EstatePart> parts;
  private final UnheardNames unheard;

  EstateController(EstateDesk desk, Labels labels, List<EstatePart> parts, UnheardNames unheard) {
    this.desk = desk;
    this.labels = labels;
    this.unheard = unheard;
    this.parts = parts;
  }

  /** An estate in the list. */
  record Line(String id, String name, String aliases, int buildings) {}

  /** A duty list as it is shown and typed. */
  record DutyView(String role, String title, String lines, String error) {}

  @GetMapping(PATH)
  ModelAndView list(@AuthenticationPrincipal SignedInUser me) {
    List<Estate> estates = desk.all(me);
    return new ModelAndView("estates")
        .addObject("estates", estates.stream().map(EstateController::line).toList())
        .addObject("unheard", PlaceRights.edits(me) ? unheard.of(estates) : UnheardNames.NOTHING)
        .addObject("adds", PlaceRights.addsEstates(me));
  }

  @GetMapping(PATH + "/new")
  ModelAndView empty(@AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(PlaceRights.addsEstates(me));
    int next = desk.all(me).stream().mapToInt(Estate::position).max().orElse(0) + 1;
    return page(EstateForm.empty(next), Map.of(), null, Map.of(), me, HttpStatus.OK);
  }

  @GetMapping(PATH + "/{id:[0-9]{1,18}|company}")
  ModelAndView one(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    return shown(id, Map.of(), me, HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView save(EstateForm form, @AuthenticationPrincipal SignedInUser me) {
    Map<String, String> wrong = desk.save(form, me);
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "?saved");
    }
    boolean stale = wrong.containsKey("version");
    EstateForm typed =
        stale ? form.withVersion(String.valueOf(desk.require(form.id(), me).version())) : form;
    EstateId id = form.id().isEmpty() ? null : desk.require(form.id(), me).requireId();
    return page(
        typed,
        wrong.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> labels.text(e.getValue()))),
        id,
        Map.of(),
        me,
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping(PATH + "/{id:[0-9]{1,18}|company}/duty/{role}")
  ModelAndView saveList(
      @PathVariable String id,
      @PathVariable String role,
      @RequestParam(defaultValue = "") String lines,
      @AuthenticationPrincipal SignedInUser me) {
    EstateId estate = id.equals(COMPANY) ? null : desk.require(id, me).requireId();
    DutyRole list =
        Coded.find(DutyRole.class, role).orElseThrow(() -> new NoSuchPage("list " + role));
    Optional<String> wrong = desk.saveList(estate, list, lines, me);
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "/" + id + "?saved");
    }
    DutyView typed =
        new DutyView(
            role,
            labels.text("estates.duty." + role),
            lines,
            labels.text("estates.error.duty", wrong.get()));
    return shown(id, Map.of(list, typed), me, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView shown(
      String id, Map<DutyRole, DutyView> typed, SignedInUser me, HttpStatus status) {
    if (id.equals(COMPANY)) {
      return page(null, Map.of(), null, typed, me, status);
    }
    Estate estate = desk.require(id, me);
    return page(EstateForm.of(estate), Map.of(), estate.requireId(), typed, me, status);
  }

  /**
   * @param form null: the page of the company-wide lists
   * @param typed lists that were not understood
   */
  private ModelAndView page(
      @Nullable EstateForm form,
      Map<String, String> errors,
      @Nullable EstateId estate,
      Map<DutyRole, DutyView> typed,
      SignedInUser me,
      HttpStatus status) {
    boolean saved = form == null || estate != null;
    boolean editsDuty = PlaceRights.editsDuty(me, estate);
    Map<DutyRole, DutyView> lists = new LinkedHashMap<>();
    for (DutyRole role :
        saved ? List.of(DutyRole.ON_DUTY, DutyRole.SERVICE_DESK) : List.<DutyRole>of()) {
      lists.put(
          role,
          typed.getOrDefault(
              role,
              new DutyView(
                  role.code(),
                  labels.text("estates.duty." + role.code()),
                  desk.list(estate, role, editsDuty || me.seesPhoneNumbers()),
                  "")));
    }
    ModelAndView page =
        new ModelAndView("estate", status)
            .addObject("form", form)
            .addObject("title", title(form))
            .addObject(
                "dialects",
                DialectCodes.ALL.stream()
                    .map(code -> new Choice(code, labels.name("dialect", code)))
                    .toList())
            .addObject("dialect", form == null ? "" : labels.name("dialect", form.dialect()))
            .addObject("path", form == null ? COMPANY : form.id())
            .addObject("errors", errors)
            .addObject("lists", List.copyOf(lists.values()))
            .addObject(
                "unheard",
                estate != null && PlaceRights.edits(me)
                    ? unheard.in(estate, desk.all(me))
                    : List.of())
            .addObject("edits", PlaceRights.edits(me))
            .addObject("editsDuty", editsDuty);
    if (estate != null) {
      parts.forEach(part -> part.add(estate, me, page));
    }
    return page;
  }

  private String title(@Nullable EstateForm form) {
    if (form == null) {
      return labels.text("estates.company");
    }
    return form.id().isEmpty()
        ? labels.text("estates.new")
        : labels.text("estates.edit", form.name());
  }

  private static Line line(Estate estate) {
    return new Line(
        estate.requireId().toString(),
        estate.name(),
        String.join("、", estate.aliases().names()),
        estate.buildings().size());
  }
}
