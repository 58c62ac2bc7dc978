package cn.wuye.hotline.ivr.port;

import java.util.OptionalInt;

/**
 * Where a caller stands, as far as it helps to hear it.
 *
 * @param before how many come before her, people and call-backs
 * @param minutes how long it will take, rounded up; empty when nobody can say, or when it would not
 *     help
 */
public record QueueStanding(int before, OptionalInt minutes) {}
