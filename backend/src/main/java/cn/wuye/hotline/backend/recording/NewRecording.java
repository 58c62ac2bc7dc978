package cn.wuye.hotline.backend.recording;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A recording to be kept.
 *
 * @param file a WAV file; it is read and left where it is
 * @param recordedAt when it begins
 */
public record NewRecording(
    CallId call, RecordingKind kind, Path file, Duration duration, Instant recordedAt) {
  RecordingKey key() {
    return new RecordingKey(call.value() + "-" + kind.code() + ".wav");
  }
}
