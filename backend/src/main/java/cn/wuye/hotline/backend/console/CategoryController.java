package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.staff.CategorySettings;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A category: its names, its parts, whether it is offered; for administrators only, by the rules of
 * web security.
 */
@Controller
class CategoryController {
  private static final String PATH = "/console/crews/category/{code}";

  private final Categories categories;
  private final CategorySettings settings;
  private final CategoryUse use;
  private final Labels labels;

  CategoryController(
      Categories categories, CategorySettings settings, CategoryUse use, Labels labels) {
    this.categories = categories;
    this.settings = settings;
    this.use = use;
    this.labels = labels;
  }

  /** The fields of the category or of a part, and who leads there. */
  record Line(CategoryForm.Row row, CategoryUse.Said lead) {}

  @GetMapping(PATH)
  ModelAndView one(@PathVariable String code) {
    return code.equals(CrewForm.NEW)
        ? fresh(Map.of(), Map.of(), HttpStatus.OK)
        : page(CategoryForm.of(require(code)), categories.version(code), Map.of(), HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView save(
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "-1") long version,
      @AuthenticationPrincipal SignedInUser me) {
    if (code.equals(CrewForm.NEW)) {
      return add(typed, me);
    }
    CategoryForm form = new CategoryForm(require(code), typed);
    Map<String, String> wrong = form.unread();
    if (wrong.isEmpty()) {
      wrong = settings.save(form.wanted(), form.added(), version, me.getUsername());
    }
    if (wrong.isEmpty()) {
      return done(code);
    }
    boolean stale = wrong.containsKey("version");
    // Saved once more, it is meant for what is there now.
    return page(
        new CategoryForm(require(code), typed),
        stale ? categories.version(code) : version,
        errors(wrong),
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView add(Map<String, String> typed, SignedInUser me) {
    Category wanted =
        new Category(
            typed.getOrDefault("code", "").strip(),
            typed.getOrDefault("zh", "").strip(),
            typed.getOrDefault("en", "").strip(),
            true,
            List.of());
    Map<String, String> wrong = settings.add(wanted, me.getUsername());
    return wrong.isEmpty()
        ? done(wanted.code())
        : fresh(typed, errors(wrong), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** Back to the category, where it says who leads and which rules hold. */
  private static ModelAndView done(String code) {
    return new ModelAndView("redirect:/console/crews/category/" + code + "?saved");
  }

  private ModelAndView fresh(
      Map<String, String> typed, Map<String, String> errors, HttpStatus status) {
    return new ModelAndView("category-new", status)
        .addObject("typed", typed)
        .addObject("errors", errors);
  }

  private ModelAndView page(
      CategoryForm form, long version, Map<String, String> errors, HttpStatus status) {
    String code = form.now().code();
    CategoryUse.Now now = use.now();
    return new ModelAndView("category", status)
        .addObject("code", code)
        .addObject("name", labels.chinese() ? form.now().zh() : form.now().en())
        .addObject("version", version)
        .addObject("form", form)
        .addObject(
            "lines",
            form.rows().stream()
                .map(row -> new Line(row, now.lead(code, row.suffix().isEmpty() ? "" : row.code())))
                .toList())
        .addObject("rules", now.rules(code))
        .addObject("fallback", code.equals(CategorySettings.FALLBACK))
        .addObject("errors", errors);
  }

  private Map<String, String> errors(Map<String, String> wrong) {
    Map<String, String> errors = new LinkedHashMap<>();
    wrong.forEach((field, key) -> errors.put(field, labels.text(key)));
    return errors;
  }

  private Category require(String code) {
    return categories.stored(code).orElseThrow(() -> new NoSuchPage("category " + code));
  }
}
