package cn.wuye.hotline.backend.dispatch.place;

import cn.wuye.hotline.backend.dispatch.Whereabouts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place that somebody has.
 *
 * @param source how it is known
 * @param since when it was said; null for a post, which has no time
 */
public record Known(Whereabouts place, Source source, @Nullable Instant since) {
  /** How a place is known. */
  public enum Source {
    /** He said so. */
    SAID,
    /** It is where the job is that he last accepted, came to or finished. */
    JOB,
    /** It is the only estate he works for. */
    POST
  }
}
