package cn.wuye.hotline.backend.moving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes what imports leave behind: the staged rows, which hold residents' data, as soon as an
 * import has ended or has waited for a day; the rest of it after a month. In small bites, so that
 * no lock is held for long.
 */
@Component
class ImportTidying {
  private static final Logger log = LoggerFactory.getLogger(ImportTidying.class);
  private static final Duration WAITS = Duration.ofDays(1);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int BITE = 2_000;

  private final Runs runs;
  private final Stage stage;
  private final Faults faults;
  private final Clock clock;

  ImportTidying(Runs runs, Stage stage, Faults faults, Clock clock) {
    this.runs = runs;
    this.stage = stage;
    this.faults = faults;
    this.clock = clock;
  }

  /** Whether there is anything to remove. */
  boolean needed() {
    return !runs.waitingSince(ago(WAITS)).isEmpty()
        || !runs.endedWithRows().isEmpty()
        || !runs.unchangedSince(ago(KEPT)).isEmpty();
  }

  /** Removes it; what an interruption leaves, the next round removes. */
  void round() {
    for (long run : runs.waitingSince(ago(WAITS))) {
      if (runs.expire(run)) {
        log.info("import {}: nobody entered it within {}, its rows are removed", run, WAITS);
      }
    }
    for (long run : runs.endedWithRows()) {
      // First: the counts are made from the rows.
      runs.keepCounts(run, stage.groups(run));
      removeRows(run);
    }
    for (long run : runs.unchangedSince(ago(KEPT))) {
      removeRows(run);
      while (faults.remove(run, BITE) == BITE) {
        continue;
      }
      runs.delete(run);
      log.info("import {} is forgotten after {}", run, KEPT);
    }
  }

  private void removeRows(long run) {
    while (stage.remove(run, BITE) == BITE) {
      continue;
    }
  }

  private Instant ago(Duration time) {
    return clock.instant().minus(time);
  }
}
