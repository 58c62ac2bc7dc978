package cn.wuye.hotline.router.ami;

import java.time.Instant;

/**
 * A time during which nothing was seen of Asterisk: events of it are lost, only its outcome is
 * known from the re-synchronisation at {@code to}.
 */
public record BlindSpan(Instant from, Instant to) {}
