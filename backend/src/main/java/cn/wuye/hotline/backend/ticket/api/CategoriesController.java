package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The categories that new tickets may get, or all that tickets have. */
@RestController
class CategoriesController {
  private final Categories categories;

  CategoriesController(Categories categories) {
    this.categories = categories;
  }

  @GetMapping("/api/v1/categories")
  CategoriesView all(@RequestParam(defaultValue = "false") boolean all) {
    return new CategoriesView(all ? categories.all() : categories.offered());
  }

  /** In the order they are offered. */
  record CategoriesView(List<Category> categories) {}
}
