package cn.wuye.hotline.backend.recording;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Duration;
import java.time.Instant;

/**
 * A stored recording.
 *
 * @param bytes length of the file
 * @param sha256 of the file, hexadecimal
 * @param recordedAt when it begins
 */
public record Recording(
    long id,
    CallId call,
    RecordingKind kind,
    RecordingKey key,
    String contentType,
    long bytes,
    Duration duration,
    String sha256,
    Instant recordedAt) {}
