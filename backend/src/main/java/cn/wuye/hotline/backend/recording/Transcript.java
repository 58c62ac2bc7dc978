package cn.wuye.hotline.backend.recording;

import java.time.Instant;

/**
 * A recording as text.
 *
 * @param engine what decoded it, with its model; at most 60 characters
 * @param language BCP 47-like code
 */
public record Transcript(
    long recordingId, String engine, String language, String text, Instant createdAt) {}
