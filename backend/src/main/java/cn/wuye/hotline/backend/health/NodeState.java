package cn.wuye.hotline.backend.health;

import java.time.Instant;
import java.util.List;

/**
 * A node as its last heartbeat tells.
 *
 * @param beatenAt by the database's clock
 * @param silent whether the next heartbeats did not come
 * @param stopped whether it was stopped on purpose
 * @param facts as of {@code beatenAt}
 */
public record NodeState(
    String node,
    Instant startedAt,
    Instant beatenAt,
    boolean silent,
    boolean stopped,
    List<Fact> facts) {}
