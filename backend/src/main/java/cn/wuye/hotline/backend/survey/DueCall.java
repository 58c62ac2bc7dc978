package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Duration;
import java.time.Instant;

/**
 * A call that waits to be placed.
 *
 * @param id of the survey
 * @param due when it may be placed at the earliest
 */
public record DueCall(long id, PhoneNumber number, Instant due, Priority priority) {

  /** What comes first, as a head start: so nobody waits for ever behind those who came later. */
  public enum Priority {
    /** About an emergency, or a second call after a low score. */
    URGENT(Duration.ofHours(4)),
    ORDINARY(Duration.ZERO);

    private final Duration headStart;

    Priority(Duration headStart) {
      this.headStart = headStart;
    }

    /** That of what presses or does not. */
    public static Priority of(boolean urgent) {
      return urgent ? URGENT : ORDINARY;
    }

    /** How much earlier than its due time it counts. */
    public Duration headStart() {
      return headStart;
    }
  }

  /** By which calls are ordered: who is due longest, with the head start. */
  Instant rank() {
    return due.minus(priority.headStart());
  }
}
