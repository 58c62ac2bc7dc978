package cn.wuye.hotline.backend.survey.voice;

import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingKey;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.time.Duration;

/**
 * Where a resident's words are.
 *
 * @param number from which she called
 * @param words as they were understood
 * @param recording of her voice alone
 * @param from offset in the recording
 * @param to offset in the recording
 */
record Passage(
    PhoneNumber number, String words, RecordingKey recording, Duration from, Duration to) {
  /** The recording and the talk are timed by different clocks, and a first sound is heard late. */
  private static final Duration MARGIN = Duration.ofMillis(300);

  /** More than is played, so that the end can be put where she pauses. */
  private static final Duration LONGEST = Duration.ofSeconds(8);

  static Passage of(PhoneNumber number, Turn said, CallRecord call, Recording recording) {
    Duration before = Duration.between(recording.recordedAt(), call.answeredAt());
    Duration from = latest(said.from().plus(before).minus(MARGIN), Duration.ZERO);
    Duration end = latest(said.to().plus(before).plus(MARGIN), from);
    Duration most = from.plus(LONGEST);
    return new Passage(
        number, said.text(), recording.key(), from, end.compareTo(most) < 0 ? end : most);
  }

  private static Duration latest(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
