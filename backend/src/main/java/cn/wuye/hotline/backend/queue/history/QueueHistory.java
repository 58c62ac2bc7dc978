package cn.wuye.hotline.backend.queue.history;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.live.QueueHappening;
import cn.wuye.hotline.router.live.QueuesListener;
import cn.wuye.hotline.router.live.QueuesNow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what happens from the thread of the events, and writes it from another. While the database
 * is away it waits in memory, 100,000 of them at most; what a process that dies then had is lost to
 * the history, not to the queues.
 */
final class QueueHistory implements QueuesListener {
  private static final Logger LOG = LoggerFactory.getLogger(QueueHistory.class);
  private static final int MOST = 100_000;
  private static final int AT_ONCE = 500;

  private final QueueRows rows;
  private final DatabaseGate gate;
  private final BlockingQueue<QueueRecord> waiting = new LinkedBlockingQueue<>(MOST);
  private final BlockingQueue<BlindSpan> blind = new LinkedBlockingQueue<>(MOST);
  private final AtomicLong lost = new AtomicLong();

  /** Taken out of {@code waiting} and perhaps not written; the writer's own. */
  private final List<QueueRecord> unwritten = new ArrayList<>();

  QueueHistory(QueueRows rows, DatabaseGate gate) {
    this.rows = rows;
    this.gate = gate;
  }

  @Override
  public void happened(QueueHappening happening, Instant at) {
    Optional<QueueRecord> row = QueueRecord.of(happening, at);
    if (row.isPresent() && !waiting.offer(row.get())) {
      lost.incrementAndGet();
    }
  }

  @Override
  public void replaced(QueuesNow now, Optional<BlindSpan> span) {
    if (span.isPresent() && !blind.offer(span.get())) {
      lost.incrementAndGet();
    }
  }

  /** Writes what waits; one thread at a time. */
  synchronized void write() {
    try {
      while (!unwritten.isEmpty() || waiting.drainTo(unwritten, AT_ONCE) > 0) {
        gate.run(() -> rows.save(List.copyOf(unwritten)));
        unwritten.clear();
      }
      for (BlindSpan span = blind.peek(); span != null; span = blind.peek()) {
        BlindSpan next = span;
        gate.run(() -> rows.save(next));
        blind.remove();
      }
      long gone = lost.getAndSet(0);
      if (gone > 0) {
        LOG.error("{} events of queues were not kept: too many waited for the database", gone);
      }
    } catch (DatabaseAwayException e) {
      LOG.debug("The history of queues waits: {}", e.getMessage());
    }
  }
}
