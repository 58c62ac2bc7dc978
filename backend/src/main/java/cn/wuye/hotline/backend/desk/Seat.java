package cn.wuye.hotline.backend.desk;

import java.time.Instant;

/**
 * Who sits where.
 *
 * @param user id
 * @param name as colleagues read it
 * @param node where she sat down
 */
public record Seat(long user, String name, DeskPhone phone, String node, Instant since) {}
