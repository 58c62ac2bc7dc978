package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.staff.CategorySettings;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.Category.Subcategory;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.ArrayList;
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

/** The names of a category; for administrators only, by the rules of web security. */
@Controller
class CategoryController {
  private static final String PATH = "/console/crews/category/{code}";

  private final Categories categories;
  private final CategorySettings settings;
  private final Labels labels;

  CategoryController(Categories categories, CategorySettings settings, Labels labels) {
    this.categories = categories;
    this.settings = settings;
    this.labels = labels;
  }

  /**
   * Two fields for the names of one thing.
   *
   * @param suffix of the names of the fields: empty, or {@code -lift}
   * @param code what stays
   */
  record Row(String suffix, String code, String zh, String en) {}

  @GetMapping(PATH)
  ModelAndView one(@PathVariable String code) {
    Category category = require(code);
    return page(category, categories.version(code), Map.of(), HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView save(
      @PathVariable String code,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "-1") long version,
      @AuthenticationPrincipal SignedInUser me) {
    Category wanted = typed(require(code), typed);
    Map<String, String> wrong = settings.rename(wanted, version, me.getUsername());
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:/console/crews?saved");
    }
    Map<String, String> errors = new LinkedHashMap<>();
    wrong.forEach((field, key) -> errors.put(field, labels.text(key)));
    boolean stale = wrong.containsKey("version");
    // Saved once more, it is meant for what is there now.
    return page(
        wanted,
        stale ? categories.version(code) : version,
        errors,
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static Category typed(Category now, Map<String, String> typed) {
    List<Subcategory> subcategories =
        now.subcategories().stream()
            .map(
                sub ->
                    new Subcategory(
                        sub.code(),
                        typed.getOrDefault("zh-" + sub.code(), "").strip(),
                        typed.getOrDefault("en-" + sub.code(), "").strip()))
            .toList();
    return new Category(
        now.code(),
        typed.getOrDefault("zh", "").strip(),
        typed.getOrDefault("en", "").strip(),
        subcategories);
  }

  private ModelAndView page(
      Category category, long version, Map<String, String> errors, HttpStatus status) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("", category.code(), category.zh(), category.en()));
    category
        .subcategories()
        .forEach(sub -> rows.add(new Row("-" + sub.code(), sub.code(), sub.zh(), sub.en())));
    return new ModelAndView("category", status)
        .addObject("code", category.code())
        .addObject("version", version)
        .addObject("rows", rows)
        .addObject("errors", errors);
  }

  private Category require(String code) {
    return categories.stored(code).orElseThrow(() -> new NoSuchPage("category " + code));
  }
}
