package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.floor.FloorNow.PlacedCaller;
import cn.wuye.hotline.backend.persistence.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that must not stay as it is.
 *
 * @param dialect that nobody speaks; else empty
 * @param since since when; null where it has no beginning
 */
public record Alarm(Kind kind, Book.Queue queue, String dialect, @Nullable Instant since) {
  /** What is wrong; the worst first. */
  public enum Kind implements Coded {
    /** Somebody who told of an emergency waits. */
    EMERGENCY("emergency", true),
    /** Somebody waits, and nobody takes calls. */
    UNATTENDED("unattended", true),
    /** Somebody waits for too long. */
    WAIT("wait", false),
    /** Nobody takes calls in a dialect. */
    NOBODY("nobody", false);

    private final String code;
    private final boolean danger;

    Kind(String code, boolean danger) {
      this.code = code;
      this.danger = danger;
    }

    @Override
    public String code() {
      return code;
    }

    /** Whether it is worse than a warning. */
    public boolean danger() {
      return danger;
    }
  }

  /**
   * Those of one queue.
   *
   * @param callers who wait there, the longest first; what is stale alarms nobody
   * @param attended whether anybody there takes calls
   * @param patience who waits longer does so for too long
   */
  static List<Alarm> of(
      Book.Queue queue,
      List<PlacedCaller> callers,
      boolean attended,
      Duration patience,
      Instant now) {
    List<Instant> waits =
        callers.stream()
            .filter(placed -> !placed.stale())
            .map(placed -> placed.caller().since())
            .sorted()
            .toList();
    List<Alarm> alarms = new ArrayList<>();
    callers.stream()
        .filter(placed -> !placed.stale() && placed.caller().emergency())
        .map(placed -> placed.caller().since())
        .min(Comparator.<Instant>naturalOrder())
        .ifPresent(since -> alarms.add(new Alarm(Kind.EMERGENCY, queue, "", since)));
    if (!attended && !waits.isEmpty()) {
      alarms.add(new Alarm(Kind.UNATTENDED, queue, "", waits.get(0)));
    }
    if (!waits.isEmpty() && waits.get(0).plus(patience).isBefore(now)) {
      alarms.add(new Alarm(Kind.WAIT, queue, "", waits.get(0)));
    }
    if (!attended) {
      new TreeSet<>(queue.dialects())
          .forEach(dialect -> alarms.add(new Alarm(Kind.NOBODY, queue, dialect, null)));
    }
    return alarms;
  }
}
