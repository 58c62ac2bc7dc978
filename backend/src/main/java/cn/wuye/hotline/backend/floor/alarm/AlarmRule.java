package cn.wuye.hotline.backend.floor.alarm;

import cn.wuye.hotline.backend.floor.Alarm;
import java.time.Duration;

/**
 * Who is told of which alarms.
 *
 * @param id 0 for one that is not kept yet
 * @param version rises with each change
 * @param queue code of the only queue that it is about; empty for any
 * @param after how long an alarm has to stand before it is told, 0 s – 1 h
 * @param user id; 0 for who is on duty for the estate
 * @param perHour by this rule nobody is told who was told of so many alarms within the hour, 1–60
 */
public record AlarmRule(
    long id, long version, Alarm.Kind kind, String queue, Duration after, long user, int perHour) {
  /** The longest {@code after}. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /** The highest {@code perHour}. */
  public static final int MOST = 60;

  boolean isAbout(Alarm alarm) {
    return kind == alarm.kind() && (queue.isEmpty() || queue.equals(alarm.queue().code()));
  }
}
