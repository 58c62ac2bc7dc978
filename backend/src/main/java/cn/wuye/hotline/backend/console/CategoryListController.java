package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.staff.CategorySettings;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * All categories in their order, each with who leads and which rules hold; for administrators only,
 * by the rules of web security.
 */
@Controller
class CategoryListController {
  private static final String PATH = "/console/crews/categories";

  private final Categories categories;
  private final CategorySettings settings;
  private final CategoryUse use;
  private final Labels labels;

  CategoryListController(
      Categories categories, CategorySettings settings, CategoryUse use, Labels labels) {
    this.categories = categories;
    this.settings = settings;
    this.use = use;
    this.labels = labels;
  }

  /** A category in the list. */
  record Line(
      String code,
      String name,
      boolean offered,
      String parts,
      String position,
      CategoryUse.Said lead,
      CategoryUse.Said rules) {}

  @GetMapping(PATH)
  ModelAndView all() {
    return page(Map.of(), categories.revision(), Map.of(), HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView order(
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "-1") long version,
      @AuthenticationPrincipal SignedInUser me) {
    List<Category> now = categories.stored();
    Map<String, String> positions = positions(now, typed);
    Map<String, String> wrong = CategoryForm.unread(positions);
    if (wrong.isEmpty()) {
      List<String> codes =
          CategoryForm.ordered(now, Category::code, positions).stream()
              .map(Category::code)
              .toList();
      wrong = settings.order(codes, version, me.getUsername());
    }
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "?saved");
    }
    boolean stale = wrong.containsKey("version");
    Map<String, String> errors = new LinkedHashMap<>();
    wrong.forEach((field, key) -> errors.put(field, labels.text(key)));
    // Saved once more, it is meant for what is there now.
    return page(
        typed,
        stale ? categories.revision() : version,
        errors,
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView page(
      Map<String, String> typed, long version, Map<String, String> errors, HttpStatus status) {
    List<Category> all = categories.stored();
    Map<String, String> positions = positions(all, typed);
    CategoryUse.Now now = use.now();
    return new ModelAndView("categories", status)
        .addObject("version", version)
        .addObject("errors", errors)
        .addObject("lines", all.stream().map(each -> line(each, positions, now)).toList());
  }

  private static Map<String, String> positions(List<Category> all, Map<String, String> typed) {
    return CategoryForm.positions(all.stream().map(Category::code).toList(), typed);
  }

  private Line line(Category category, Map<String, String> positions, CategoryUse.Now now) {
    boolean chinese = labels.chinese();
    return new Line(
        category.code(),
        chinese ? category.zh() : category.en(),
        category.offered(),
        category.subcategories().stream()
            .map(
                sub -> {
                  String name = chinese ? sub.zh() : sub.en();
                  return sub.offered() ? name : labels.text("categories.notOffered", name);
                })
            .collect(Collectors.joining(labels.text("categories.rules.or"))),
        positions.getOrDefault(category.code(), ""),
        now.lead(category.code(), ""),
        now.rules(category.code()));
  }
}
