package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import java.time.Instant;

/**
 * A version of a rule and who made it.
 *
 * @param author {@code user:<login>} or {@code system:<part>}
 * @param note why, may be empty
 * @param name what people call the rule; empty: what its id is called in the message bundles
 */
public record RuleVersion(
    DeadlineRule rule, String author, Instant createdAt, String note, String name) {
  /** A version without a name of its own. */
  RuleVersion(DeadlineRule rule, String author, Instant createdAt, String note) {
    this(rule, author, createdAt, note, "");
  }
}
