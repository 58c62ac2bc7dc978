package cn.wuye.hotline.backend.audit;

import cn.wuye.hotline.ivr.data.LimitedMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Writes down who read residents' data and listened to recordings. Reading the same again within
 * half an hour on the same node is the same reading: a player asks for a recording in many pieces.
 */
@Component
public class Readings {
  private static final Duration SAME_READING = Duration.ofMinutes(30);
  private static final int REMEMBERED = 10_000;

  private final Audit audit;
  private final Clock clock;
  private final Map<String, Instant> recent = LimitedMap.byAge(REMEMBERED);

  Readings(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes down a reading that is new.
   *
   * @return false when it is the same reading as before
   */
  public boolean record(String actor, AuditAction action, String subject, Map<String, ?> details) {
    if (!isNew(actor + " " + action + " " + subject)) {
      return false;
    }
    audit.record(actor, action, subject, details);
    return true;
  }

  /** Whether a reading that is written down elsewhere is new. */
  public boolean isNew(String reading) {
    Instant now = clock.instant();
    synchronized (recent) {
      Instant before = recent.remove(reading);
      boolean same = before != null && now.isBefore(before.plus(SAME_READING));
      recent.put(reading, same && before != null ? before : now);
      return !same;
    }
  }
}
