package cn.wuye.hotline.backend.queue;

import java.time.Instant;

/**
 * Where an agent is for the time being, whatever her skills.
 *
 * @param queue code of the one queue
 */
public record Lent(String queue, Instant until) {}
