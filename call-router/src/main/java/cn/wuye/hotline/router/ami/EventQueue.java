package cn.wuye.hotline.router.ami;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what comes from Asterisk over to the listeners on a thread of its own: whoever reads the
 * socket returns at once, and one slow or broken listener delays or harms nobody but the others'
 * promptness.
 */
final class EventQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);
  private static final int MOST_WAITING = 50_000;

  private final BlockingQueue<Consumer<AmiListener>> waiting =
      new LinkedBlockingQueue<>(MOST_WAITING);
  private final List<AmiListener> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "ami-events");

  EventQueue() {
    thread.setDaemon(true);
    thread.start();
  }

  void add(AmiListener listener) {
    listeners.add(listener);
  }

  /** Returns at once; false when the queue is full and the news is lost. */
  boolean offer(Consumer<AmiListener> news) {
    return waiting.offer(news);
  }

  private void run() {
    try {
      while (true) {
        tell(waiting.take());
      }
    } catch (InterruptedException e) {
      LOG.debug("AMI: no more events are handed over");
    }
  }

  private void tell(Consumer<AmiListener> news) {
    for (AmiListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException e) {
        LOG.error("AMI: {} failed; the next listener is told", listener.getClass().getName(), e);
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
