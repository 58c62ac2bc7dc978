package cn.wuye.hotline.backend.dispatch;

import cn.wuye.hotline.backend.estate.EstateId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is responsible for what.
 *
 * @param category code
 * @param subcategory empty for all of the category
 * @param estate null for all estates
 * @param lead code of the department that leads (主责)
 * @param helpers codes of those that have a task of their own (配合)
 * @param thirdParty code of the company that has a task, too, under its own deadline; empty for
 *     none
 */
public record Responsibility(
    String category,
    String subcategory,
    @Nullable EstateId estate,
    String lead,
    List<String> helpers,
    String thirdParty) {

  /**
   * @throws IllegalArgumentException when nobody leads, or somebody helps twice or himself
   */
  public Responsibility {
    helpers = List.copyOf(helpers);
    Set<String> all = new HashSet<>(helpers);
    if (category.isBlank() || lead.isBlank()) {
      throw new IllegalArgumentException(
          "a responsibility has a category and a department that leads");
    }
    if (all.size() < helpers.size() || all.contains(lead)) {
      throw new IllegalArgumentException(
          category
              + " "
              + subcategory
              + ": each department stands there once, either leading or helping;"
              + " leading is "
              + lead
              + ", helping are "
              + helpers);
    }
  }

  boolean covers(Job job) {
    return category.equals(job.category())
        && (subcategory.isEmpty() || subcategory.equals(job.subcategory()))
        && (estate == null || estate.equals(job.estate()));
  }

  /** An estate of its own weighs more than the sub-category. */
  int specificity() {
    return (estate == null ? 0 : 2) + (subcategory.isEmpty() ? 0 : 1);
  }
}
