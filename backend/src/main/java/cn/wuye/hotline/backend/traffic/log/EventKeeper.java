package cn.wuye.hotline.backend.traffic.log;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The way into the log for whoever must not wait: what is given is held in memory, and written on a
 * thread of its own, all of a second together. While the database is away it goes to the disk, and
 * from there into the database when that is back. A node that is killed loses the last second, and
 * while the database is away the last 15.
 */
@Component
public class EventKeeper implements AutoCloseable {
  static final int AT_ONCE = 500;

  /** About 30 MB; more than a day of events, should both database and disk refuse them. */
  private static final int MOST = 100_000;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /**
   * While the database is away: a file at most in so long, or for as many as are written at once.
   */
  static final Duration SET_ASIDE_EVERY = Duration.ofSeconds(15);

  private static final Logger log = LoggerFactory.getLogger(EventKeeper.class);

  private final QueueEvents events;
  private final EventJournal journal;
  private final DatabaseGate gate;
  private final Periodically work;
  private final BlockingQueue<QueueEvent> memory = new LinkedBlockingQueue<>(MOST);
  private final AtomicLong lost = new AtomicLong();
  private final Clock clock;
  private Instant setAsideAt = Instant.EPOCH;
  private boolean said;

  EventKeeper(QueueEvents events, EventJournal journal, DatabaseGate gate, Clock clock) {
    this.events = events;
    this.journal = journal;
    this.gate = gate;
    this.clock = clock;
    this.work = new Periodically("queue-events", PAUSE, this::round);
  }

  /** What the last run of the node has left on the disk is entered. */
  @EventListener
  void on(SchemaReady ready) {
    work.start();
  }

  /** Takes it; returns at once and never throws. */
  public void keep(QueueEvent event) {
    if (!memory.offer(event)) {
      lost.incrementAndGet();
    }
    work.start();
  }

  /** Whether nothing waits on the disk, of this run of the node or of one before. */
  public boolean nothingOnDisk() {
    try {
      return journal.waiting().isEmpty();
    } catch (IOException e) {
      log.error("the events of queues that wait on the disk cannot be listed", e);
      return false;
    }
  }

  /** Writes what waits, to the disk when the database is away. */
  void round() {
    round(false);
  }

  private synchronized void round(boolean last) {
    long gone = lost.getAndSet(0);
    if (gone > 0) {
      log.error("{} events of queues are lost: neither database nor disk takes them", gone);
    }
    boolean open = entersWhatWaits();
    boolean due = last || !clock.instant().isBefore(setAsideAt.plus(SET_ASIDE_EVERY));
    List<QueueEvent> batch = new ArrayList<>();
    while ((open || due || memory.size() >= AT_ONCE) && memory.drainTo(batch, AT_ONCE) > 0) {
      open = open && entered(batch);
      if (!open && !setAside(batch)) {
        return;
      }
      batch = new ArrayList<>();
    }
  }

  /** False when the database is away. */
  private boolean entersWhatWaits() {
    try {
      for (Path file : journal.waiting()) {
        List<QueueEvent> batch = read(file);
        if (!entered(batch)) {
          return false;
        }
        if (!batch.isEmpty()) {
          journal.remove(file);
        }
      }
    } catch (IOException e) {
      log.error("the events of queues that wait on the disk cannot be entered", e);
    }
    return true;
  }

  /** Nothing when it cannot be read. */
  private List<QueueEvent> read(Path file) throws IOException {
    try {
      return journal.read(file);
    } catch (RuntimeException e) {
      log.error("{} holds no events of queues and is laid aside", file.getFileName(), e);
      journal.reject(file);
      return List.of();
    }
  }

  /** False when the database does not take them now. */
  private boolean entered(List<QueueEvent> batch) {
    try {
      append(batch);
      if (said && !batch.isEmpty()) {
        log.info("Events of queues are entered again");
        said = false;
      }
      return true;
    } catch (DataIntegrityViolationException e) {
      return enteredOneByOne(batch);
    } catch (RuntimeException e) {
      return laterOn(e);
    }
  }

  /** What can never be entered is named and left out, so that it keeps no others. */
  private boolean enteredOneByOne(List<QueueEvent> batch) {
    for (QueueEvent event : batch) {
      try {
        append(List.of(event));
      } catch (DataIntegrityViolationException e) {
        log.error("an event of queues cannot be entered and is left out: {}", event, e);
      } catch (RuntimeException e) {
        return laterOn(e);
      }
    }
    return true;
  }

  /**
   * False. Also a database that is there may take nothing: read-only, without its group, or with
   * its disk full.
   */
  private boolean laterOn(RuntimeException e) {
    if (!said) {
      log.warn(
          "Events of queues wait on the disk until the database takes them: {}", e.getMessage());
      said = true;
    }
    return false;
  }

  private void append(List<QueueEvent> batch) {
    gate.run(
        () -> {
          events.append(batch);
          return batch;
        });
  }

  /** False when the disk refuses them, too: then they are held on. */
  private boolean setAside(List<QueueEvent> batch) {
    try {
      journal.keep(batch);
      setAsideAt = clock.instant();
      return true;
    } catch (IOException | RuntimeException e) {
      log.error("{} events of queues are held in memory, the disk refuses them", batch.size(), e);
      for (QueueEvent event : batch) {
        if (!memory.offer(event)) {
          lost.incrementAndGet();
        }
      }
      return false;
    }
  }

  /** Writes the last of it. */
  @Override
  public void close() {
    work.close();
    round(true);
  }
}
