package cn.wuye.hotline.backend.poll.store;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.poll.AskedState;
import org.jspecify.annotations.Nullable;

/**
 * One who was drawn for a poll.
 *
 * @param resident null once she is removed
 * @param estate where she lived when she was drawn
 * @param attempts how often she was called
 */
public record PollResident(
    long id, long poll, @Nullable Long resident, EstateId estate, AskedState state, int attempts) {}
