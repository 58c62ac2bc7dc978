package cn.wuye.hotline.backend.dispatch;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may get a job.
 *
 * @param login who it is
 * @param department code
 * @param skills sub-categories (or categories) that he can do; empty for everything of his
 *     department
 * @param onShift whether he works now
 * @param load his open complaints of this month
 * @param metres how far from the place he is; null when unknown
 */
public record Worker(
    String login,
    String department,
    Set<String> skills,
    boolean onShift,
    int load,
    @Nullable Integer metres) {
  public Worker {
    skills = Set.copyOf(skills);
    if (load < 0 || (metres != null && metres < 0)) {
      throw new IllegalArgumentException(
          login + ": neither load nor distance can be negative: " + load + ", " + metres);
    }
  }

  boolean can(Job job) {
    return skills.isEmpty()
        || skills.contains(job.category())
        || skills.contains(job.subcategory());
  }
}
