package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Many callers on one thread that looks once a millisecond: cheap, so that the server under test
 * has the machine for itself.
 */
final class AudioLoad implements AutoCloseable {
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(1);

  private final Selector selector;
  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final List<AudioCaller> callers = new ArrayList<>();
  private final PriorityQueue<AudioCaller> sending =
      new PriorityQueue<>(Comparator.comparingLong(AudioCaller::due));
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
  private final Thread thread;
  private volatile boolean closed;
  private long beats;
  private long lateBeats;

  /**
   * Sums since the beginning.
   *
   * @param open streams that are open
   * @param frames heard by all
   * @param late of these, as {@link LateFrames} counts them
   * @param beats frames sent
   * @param lateBeats of these, sent more than 20 ms after they were due: the callers' own fault
   * @param cpuSeconds of this thread
   */
  record Totals(int open, long frames, long late, long beats, long lateBeats, double cpuSeconds) {}

  AudioLoad() throws IOException {
    selector = Selector.open();
    thread = new Thread(this::run, "audio-load");
    thread.start();
  }

  /** From now on this caller speaks and hears. */
  void add(AudioCaller caller) {
    inbox.add(
        () -> {
          try {
            caller.begin(selector, System.nanoTime());
            callers.add(caller);
            sending.add(caller);
          } catch (IOException e) {
            caller.end();
          }
        });
  }

  Totals totals() throws Exception {
    CompletableFuture<Totals> answer = new CompletableFuture<>();
    inbox.add(() -> answer.complete(count()));
    return answer.get(30, TimeUnit.SECONDS);
  }

  private Totals count() {
    long frames = 0;
    long late = 0;
    int open = 0;
    for (AudioCaller caller : callers) {
      frames += caller.heard().frames();
      late += caller.heard().late();
      open += caller.isOver() ? 0 : 1;
    }
    double cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    return new Totals(open, frames, late, beats, lateBeats, cpu);
  }

  private void run() {
    try {
      while (!closed) {
        for (Runnable message = inbox.poll(); message != null; message = inbox.poll()) {
          message.run();
        }
        read();
        send();
        LockSupport.parkNanos(LOOK);
      }
    } catch (IOException e) {
      Progress.tell("the callers broke: " + e.getMessage());
    } finally {
      callers.forEach(AudioCaller::end);
    }
  }

  private void read() throws IOException {
    selector.selectNow();
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.isValid() && key.attachment() instanceof AudioCaller caller) {
        caller.read(buffer, System.nanoTime());
      }
    }
    selector.selectedKeys().clear();
  }

  private void send() {
    long now = System.nanoTime();
    for (AudioCaller next = sending.peek();
        next != null && next.due() <= now;
        next = sending.peek()) {
      sending.poll();
      beats++;
      lateBeats += now - next.due() > AudioCaller.BEAT ? 1 : 0;
      if (!next.isOver() && next.send()) {
        sending.add(next);
      }
    }
  }

  /** Hangs all of them up. */
  @Override
  public void close() throws IOException {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    selector.close();
  }
}
