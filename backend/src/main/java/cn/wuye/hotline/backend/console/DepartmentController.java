package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.Department;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A department; for administrators, by the rules of web security. */
@Controller
class DepartmentController {
  private static final String ONE = CrewPages.PATH + "/department/{code}";

  private final DispatchPlan plan;
  private final DispatchSettings settings;
  private final CrewPages pages;
  private final Labels labels;

  DepartmentController(
      DispatchPlan plan, DispatchSettings settings, CrewPages pages, Labels labels) {
    this.plan = plan;
    this.settings = settings;
    this.pages = pages;
    this.labels = labels;
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable String code) {
    return pages.form(form(code, CrewForm.start("department", code, stored(code))));
  }

  @PostMapping(ONE)
  ModelAndView save(
      @PathVariable String code,
      @RequestParam MultiValueMap<String, String> typed,
      @AuthenticationPrincipal SignedInUser me) {
    CrewForm form = form(code, typed);
    return pages.saved(form, save(form, me.getUsername()), () -> stored(code));
  }

  private Map<String, String> save(CrewForm form, String by) {
    int position = form.number("position", -1);
    return position < 0
        ? Map.of("position", "dispatch.error.position")
        : settings.saveDepartment(
            new DispatchPlan.Kept(
                new Department(form.code(), form.value("zh"), form.value("en")),
                form.version(),
                position),
            form.fresh(),
            by);
  }

  private CrewForm form(String code, Map<String, List<String>> typed) {
    String title =
        code.equals(CrewForm.NEW)
            ? labels.text("crews.newDepartment")
            : labels.text("crews.department.edit", code);
    return new CrewForm("department", code, title, typed);
  }

  private Optional<Map<String, List<String>>> stored(String code) {
    return plan.departments().stream()
        .filter(kept -> kept.department().code().equals(code))
        .findFirst()
        .map(
            kept ->
                Map.of(
                    "version", List.of(Long.toString(kept.version())),
                    "zh", List.of(kept.department().zh()),
                    "en", List.of(kept.department().en()),
                    "position", List.of(Integer.toString(kept.position()))));
  }
}
