package cn.wuye.hotline.backend.intake.spool;

import java.time.Duration;

/**
 * A part of a recording.
 *
 * @param from offset from its beginning
 * @param to offset from its beginning, after {@code from}
 */
public record Stretch(Duration from, Duration to) {}
