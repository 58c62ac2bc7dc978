package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import java.time.Instant;

/**
 * A version of a rule and who made it.
 *
 * @param author {@code user:<login>} or {@code system:<part>}
 * @param note why, may be empty
 */
public record RuleVersion(DeadlineRule rule, String author, Instant createdAt, String note) {}
