package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalLine;
import cn.wuye.hotline.backend.intake.journal.JournalledCall;
import cn.wuye.hotline.backend.intake.spool.Spool;
import cn.wuye.hotline.backend.intake.spool.SpoolSound;
import cn.wuye.hotline.backend.intake.spool.SpooledCall;
import cn.wuye.hotline.backend.intake.spool.Wav;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Shows what was recorded so far with the ticket while its caller still talks; the whole recording
 * takes its place when the call is over. Only a convenience: what fails here is made good then.
 */
final class LiveRecording implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRecording.class);

  /** Asterisk writes through a buffer. */
  private static final long BUFFER_MILLIS = 400;

  private final Spool spool;
  private final Path scratch;
  private final Journal journal;
  private final CallBook book;
  private final DatabaseGate gate;
  private final CallLocks soundLocks;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          runnable -> {
            Thread t = new Thread(runnable, "live-recording");
            t.setDaemon(true);
            return t;
          });

  /**
   * @param scratch a folder for short-lived copies
   * @param soundLocks held while a call's sound is entered, here and at its end: a part must not
   *     come after the whole
   */
  LiveRecording(
      Spool spool,
      Path scratch,
      Journal journal,
      CallBook book,
      DatabaseGate gate,
      CallLocks soundLocks) {
    this.spool = spool;
    this.scratch = scratch;
    this.journal = journal;
    this.book = book;
    this.gate = gate;
    this.soundLocks = soundLocks;
  }

  /** The call's ticket stands in the database; returns at once. */
  void ticketEntered(CallId call) {
    thread.schedule(() -> keepSoFar(call), BUFFER_MILLIS, TimeUnit.MILLISECONDS);
  }

  void keepSoFar(CallId call) {
    Path copy = scratch.resolve(call + ".wav");
    ReentrantLock lock = soundLocks.of(call);
    lock.lock();
    try (MDC.MDCCloseable logged = MDC.putCloseable("call", call.value())) {
      Optional<JournalledCall> known = journal.read(call);
      known.flatMap(JournalledCall::draft).ifPresent(draft -> MDC.put("ticket", draft.number()));
      Instant answered =
          known.flatMap(JournalledCall::started).map(JournalLine.Started::answeredAt).orElse(null);
      Path source = spool.soundFile(call, SpoolSound.MIXED);
      if (answered == null || !Files.exists(source) || ended(call)) {
        return;
      }
      Files.createDirectories(scratch);
      Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
      Wav wav = Wav.repair(copy);
      if (wav.dataBytes() > 0) {
        SoundEntry sound = new SoundEntry(call, SpoolSound.MIXED, copy, wav, answered);
        gate.run(
            () -> {
              book.enter(sound);
              return call;
            });
      }
    } catch (DatabaseAwayException | IOException e) {
      LOG.debug("Call {}: no recording to listen to before its end: {}", call, e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("Call {}: no recording to listen to before its end", call, e);
    } finally {
      MDC.remove("ticket");
      lock.unlock();
      remove(copy);
    }
  }

  private boolean ended(CallId call) {
    return spool.find(call).flatMap(SpooledCall::ended).isPresent();
  }

  private static void remove(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      LOG.warn("Cannot remove {}: {}", copy, e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
