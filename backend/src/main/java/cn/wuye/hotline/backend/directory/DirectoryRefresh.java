package cn.wuye.hotline.backend.directory;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns from the database, and writes down what was learnt. Used by one thread at a time. */
final class DirectoryRefresh {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryRefresh.class);

  /** A change that the fingerprint does not see is seen after this. */
  private static final Duration AT_LATEST = Duration.ofMinutes(10);

  private final CachedDirectory directory;
  private final DirectoryReader reader;
  private final DirectoryFile file;
  private final OnDutyFile onDuty;
  private final DatabaseGate gate;
  private final Clock clock;
  private String fingerprint = "";
  private Instant readAt = Instant.EPOCH;

  DirectoryRefresh(
      CachedDirectory directory,
      DirectoryReader reader,
      DirectoryFile file,
      OnDutyFile onDuty,
      DatabaseGate gate,
      Clock clock) {
    this.directory = directory;
    this.reader = reader;
    this.file = file;
    this.onDuty = onDuty;
    this.gate = gate;
    this.clock = clock;
  }

  /** Does nothing while the database is away; what is known stays. */
  void refresh() {
    try {
      String now = gate.run(reader::fingerprint);
      if (now.equals(fingerprint) && clock.instant().isBefore(readAt.plus(AT_LATEST))) {
        return;
      }
      DirectoryData data = gate.run(reader::read);
      if (!data.equals(directory.data())) {
        directory.replace(data);
        file.write(data);
        LOG.info(
            "Directory: {} estates, {} known callers",
            data.estates().size(),
            data.callers().size());
      }
      if (onDuty.write(data)) {
        LOG.info("Asterisk's own on-duty list is written anew");
      }
      fingerprint = now;
      readAt = clock.instant();
    } catch (DatabaseAwayException e) {
      LOG.debug("Directory stays as it was: {}", e.getMessage());
    } catch (IOException e) {
      LOG.error("Directory learnt, but not kept on disk; trying again", e);
    } catch (RuntimeException e) {
      LOG.error("Directory not refreshed, staying with what is known; trying again", e);
    }
  }
}
