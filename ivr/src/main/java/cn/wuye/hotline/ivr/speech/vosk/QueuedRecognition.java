package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One recognition: an actor whose queue is worked off slice by slice on the decoding threads, in
 * order and never by two of them at once.
 */
final class QueuedRecognition implements Recognition {
  private static final Recognized TOO_LATE = new Recognized("", 0, false);

  private final DecodeThreads threads;
  private final DecodeThreads.Urgency urgency;
  private final Decoder decoder;
  private final Runnable onReleased;
  private final WorkQueue queue;
  private boolean scheduled;
  private boolean closed;
  private boolean released;

  /**
   * @param longestBacklog how many bytes may wait before sound is left out
   * @param onReleased told once, when the recogniser is free again
   */
  QueuedRecognition(
      DecodeThreads threads,
      DecodeThreads.Urgency urgency,
      Decoder decoder,
      int longestBacklog,
      Runnable onReleased) {
    this.threads = threads;
    this.urgency = urgency;
    this.decoder = decoder;
    this.onReleased = onReleased;
    this.queue = new WorkQueue(longestBacklog);
  }

  @Override
  public synchronized void accept(byte[] pcm) {
    if (!closed && pcm.length > 1) {
      queue.add(pcm);
      if (queue.worthASlice()) {
        schedule();
      }
    }
  }

  @Override
  public Recognized finish(Duration budget) {
    CompletableFuture<Recognized> answer;
    synchronized (this) {
      if (closed) {
        return TOO_LATE;
      }
      answer = queue.end();
      schedule();
    }
    try {
      return answer.get(budget.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return tooLate(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return tooLate(answer);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of an utterance never fails", e);
    }
  }

  /** What still waits of this utterance is not decoded any more. */
  private synchronized Recognized tooLate(CompletableFuture<Recognized> answer) {
    queue.forget(answer);
    return answer.getNow(new Recognized(decoder.soFar(), 0, false));
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      queue.clear(TOO_LATE);
      schedule();
    }
  }

  private void schedule() {
    if (!scheduled && !released) {
      scheduled = true;
      threads.run(urgency, this::slice);
    }
  }

  private void slice() {
    WorkQueue.Work work;
    boolean release;
    synchronized (this) {
      work = queue.next();
      release = work == WorkQueue.NONE && closed;
      released |= release;
    }
    try {
      if (release) {
        decoder.release();
        onReleased.run();
      } else {
        work.on(decoder);
      }
    } finally {
      goOn();
    }
  }

  private synchronized void goOn() {
    scheduled = false;
    if (!released && (closed || queue.worthASlice())) {
      schedule();
    }
  }
}
