package cn.wuye.hotline.backend.wording;

import java.time.Instant;

/**
 * The live version was changed, or a draft thrown away.
 *
 * @param actor login of who did it
 * @param action {@code live}, {@code taken-back} or {@code discarded}
 * @param version which version it is about; 0 for what is shipped
 * @param previous what was live before
 */
public record Switch(Instant at, String actor, String action, long version, long previous) {}
