package cn.wuye.hotline.backend.queue.callback;

import java.time.Instant;

/**
 * Somebody who hung up while she waited and has not been heard of since.
 *
 * @param leftAt when she hung up
 */
public record AbandonedCall(Place place, Instant leftAt) {}
