package cn.wuye.hotline.backend.poll.store;

import cn.wuye.hotline.backend.poll.PollDays;
import cn.wuye.hotline.backend.poll.PollDraft;
import cn.wuye.hotline.backend.poll.PollState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A poll.
 *
 * @param version of the draft, from 1: who changes it names the one that was changed
 * @param draft what it is to be, or is since it began
 * @param seed by which residents are drawn
 * @param author who drafted it, {@code user:<login>}
 * @param startedAt null while it is drafted
 * @param endedAt null until it is over
 */
public record Poll(
    long id,
    int version,
    PollDraft draft,
    long seed,
    PollState state,
    String author,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {
  /** The days on which residents are phoned. */
  public PollDays days() {
    return new PollDays(draft.from(), draft.to());
  }
}
