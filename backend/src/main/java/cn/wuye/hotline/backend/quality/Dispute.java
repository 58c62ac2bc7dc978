package cn.wuye.hotline.backend.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is judged does not agree; once an item, and answered once.
 *
 * @param by login of who is judged
 * @param changed whether the score was; null while nobody has answered
 * @param answer empty string before
 * @param answeredBy login; empty string before
 */
public record Dispute(
    String reason,
    String by,
    Instant at,
    @Nullable Boolean changed,
    String answer,
    String answeredBy,
    @Nullable Instant answeredAt) {}
