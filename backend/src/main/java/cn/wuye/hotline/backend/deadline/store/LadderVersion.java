package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.escalation.Ladder;
import java.time.Instant;

/**
 * A version of the ladder and who made it.
 *
 * @param validFrom for rounds that begin then or later
 * @param author {@code user:<login>} or {@code system:<part>}
 * @param note why, may be empty
 */
public record LadderVersion(
    int version, Instant validFrom, Ladder ladder, String author, Instant createdAt, String note) {}
