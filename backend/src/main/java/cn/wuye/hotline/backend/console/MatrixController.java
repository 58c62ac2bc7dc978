package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.dispatch.staff.MatrixRow;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A row of the matrix of responsibilities; for administrators, by the rules of web security. */
@Controller
class MatrixController {
  private static final String ONE = CrewPages.PATH + "/row/{id}";

  private final DispatchPlan plan;
  private final DispatchSettings settings;
  private final CrewPages pages;
  private final Choices choices;
  private final Labels labels;

  MatrixController(
      DispatchPlan plan,
      DispatchSettings settings,
      CrewPages pages,
      Choices choices,
      Labels labels) {
    this.plan = plan;
    this.settings = settings;
    this.pages = pages;
    this.choices = choices;
    this.labels = labels;
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable String id) {
    Optional<MatrixRow> row = row(id);
    return pages.form(form(id, row, CrewForm.start("row", id, row.map(MatrixController::typed))));
  }

  @PostMapping(ONE)
  ModelAndView save(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> typed,
      @AuthenticationPrincipal SignedInUser me) {
    Optional<MatrixRow> known = row(id);
    CrewForm form = form(id, known, typed);
    return pages.saved(
        form,
        byField(save(known, form, me.getUsername())),
        () -> row(id).map(MatrixController::typed));
  }

  @PostMapping(CrewPages.PATH + "/row/{id:[0-9]{1,18}}/remove")
  ModelAndView remove(
      @PathVariable long id, @RequestParam long version, @AuthenticationPrincipal SignedInUser me) {
    if (!settings.removeRow(id, version, me.getUsername())) {
      throw new NoSuchPage("row " + id);
    }
    return CrewPages.done();
  }

  private Map<String, String> save(Optional<MatrixRow> known, CrewForm form, String by) {
    if (known.isEmpty() && !form.fresh()) {
      return Map.of("version", "dispatch.error.stale");
    }
    String[] category = form.value("category").split("/", 2);
    if (known.isEmpty() && category[0].isBlank()) {
      return Map.of("category", "dispatch.error.category");
    }
    if (form.value("lead").isBlank()) {
      return Map.of("lead", "dispatch.error.department");
    }
    List<String> helpers = form.values("helpers");
    if (helpers.contains(form.value("lead"))) {
      return Map.of("helpers", "dispatch.error.helpers");
    }
    Optional<Responsibility> before = known.map(MatrixRow::responsibility);
    return settings.saveRow(
        new MatrixRow(
            known.map(MatrixRow::id).orElse(0L),
            form.version(),
            new Responsibility(
                before.map(Responsibility::category).orElse(category[0]),
                before
                    .map(Responsibility::subcategory)
                    .orElse(category.length > 1 ? category[1] : ""),
                before.isPresent()
                    ? before.get().estate()
                    : EstateId.find(form.value("estate")).orElse(null),
                form.value("lead"),
                List.copyOf(new TreeSet<>(helpers)),
                form.value("thirdParty"))),
        by);
  }

  /** A row has no code; that there is one for the same already is said at the category. */
  private static Map<String, String> byField(Map<String, String> wrong) {
    Map<String, String> errors = new LinkedHashMap<>();
    wrong.forEach((field, key) -> errors.put(field.equals("code") ? "category" : field, key));
    return errors;
  }

  private Optional<MatrixRow> row(String id) {
    return plan.rows().stream().filter(row -> Long.toString(row.id()).equals(id)).findFirst();
  }

  private CrewForm form(String id, Optional<MatrixRow> row, Map<String, List<String>> typed) {
    String title =
        id.equals(CrewForm.NEW)
            ? labels.text("crews.newRow")
            : labels.text(
                "crews.row.edit",
                row.map(MatrixRow::responsibility)
                    .map(what -> choices.fullCategoryName(what.category(), what.subcategory()))
                    .orElse(id));
    return new CrewForm("row", id, title, typed);
  }

  private static Map<String, List<String>> typed(MatrixRow row) {
    Responsibility what = row.responsibility();
    return Map.of(
        "version", List.of(Long.toString(row.version())),
        "lead", List.of(what.lead()),
        "helpers", what.helpers(),
        "thirdParty", List.of(what.thirdParty()));
  }
}
