package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The categories that tickets may have. */
@RestController
class CategoriesController {
  private final Categories categories;

  CategoriesController(Categories categories) {
    this.categories = categories;
  }

  @GetMapping("/api/v1/categories")
  CategoriesView all() {
    return new CategoriesView(categories.all());
  }

  /** In the order they are offered. */
  record CategoriesView(List<Category> categories) {}
}
