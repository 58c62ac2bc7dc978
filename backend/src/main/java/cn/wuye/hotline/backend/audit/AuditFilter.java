package cn.wuye.hotline.backend.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null means any.
 *
 * @param actor as written, {@code user:<login>}
 * @param action a code, or the beginning of one up to a dot: {@code user} finds {@code user.added}
 * @param subject as written
 * @param from then or later
 * @param to before
 */
public record AuditFilter(
    @Nullable String actor,
    @Nullable String action,
    @Nullable String subject,
    @Nullable Instant from,
    @Nullable Instant to) {}
