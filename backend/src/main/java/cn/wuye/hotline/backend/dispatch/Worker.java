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
 * @param leads whether he leads the department: he is asked when nobody else can
 * @param load his open complaints of this month
 * @param place where he is; null when nobody knows
 */
public record Worker(
    String login,
    String department,
    Set<String> skills,
    boolean onShift,
    boolean leads,
    int load,
    @Nullable Whereabouts place) {
  public Worker {
    skills = Set.copyOf(skills);
    if (load < 0) {
      throw new IllegalArgumentException(login + ": a load cannot be negative: " + load);
    }
  }

  Nearness to(Job job) {
    return place == null ? Nearness.ELSEWHERE : place.to(job);
  }

  boolean can(Job job) {
    return skills.isEmpty()
        || skills.contains(job.category())
        || skills.contains(job.subcategory());
  }
}
