package cn.wuye.hotline.backend.health;

import cn.wuye.hotline.backend.HotlineProperties;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Room for the journal, the spool and the recordings; the fuller of their disks is told. */
@Component("storageHealthIndicator")
final class StorageHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");
  private static final long MB = 1_000_000;
  private static final long SCARCE_BYTES = 5_000 * MB;
  private static final long LOW_BYTES = 1_000 * MB;
  private static final long SCARCE_PERCENT = 10;
  private static final long LOW_PERCENT = 3;

  private final Path home;
  private final Path recordings;

  StorageHealth(HotlineProperties hotline, @Value("${hotline.recordings.folder}") Path recordings) {
    this.home = hotline.home();
    this.recordings = recordings;
  }

  /** How much room is left. */
  enum Room {
    OK,
    /** Under 10 % and under 5 GB: time to act. */
    SCARCE,
    /** Under 3 % or under 1 GB: recordings will soon be lost. */
    LOW
  }

  static Room room(long free, long total) {
    if (free < LOW_BYTES || free * 100 < total * LOW_PERCENT) {
      return Room.LOW;
    }
    return free < SCARCE_BYTES && free * 100 < total * SCARCE_PERCENT ? Room.SCARCE : Room.OK;
  }

  @Override
  public Health health() {
    try {
      FileStore fuller = store(home);
      FileStore other = store(recordings);
      if (other.getUsableSpace() < fuller.getUsableSpace()) {
        fuller = other;
      }
      long free = fuller.getUsableSpace();
      long total = Math.max(1, fuller.getTotalSpace());
      Room room = room(free, total);
      Health.Builder health = Health.status(room == Room.OK ? Status.UP : DEGRADED);
      if (room == Room.LOW) {
        health.withDetail(NodeFacts.TONE, "down");
      }
      return health
          .withDetail("freeGb", Math.round(free / (MB * 100.0)) / 10.0)
          .withDetail("freePercent", free * 100 / total)
          // A telephone call is 1 MB a minute and track, of which there are two.
          .withDetail("callHours", free / MB / 2 / 60)
          .build();
    } catch (IOException e) {
      return Health.status(DEGRADED)
          .withDetail(NodeFacts.STATE, "unreadable")
          .withDetail("description", String.valueOf(e.getMessage()))
          .build();
    }
  }

  /** The folder may not be there yet: then its parent's. */
  private static FileStore store(Path folder) throws IOException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.getFileStore(there);
  }
}
