package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.dialect.Hearing;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Ear;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Engines of other dialects that hear one answer beside the caller's own. They only compare: none
 * of them may keep her waiting longer than her own engine may. Belongs to the dialog's thread.
 */
final class OtherEars implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OtherEars.class);

  /** As many at most as the engines take utterances at once. */
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "other-ear");
            thread.setDaemon(true);
            return thread;
          });

  private final List<Ear> ears;
  private final List<CompletableFuture<Optional<Hearing>>> answers = new ArrayList<>();

  private OtherEars(List<Ear> ears) {
    this.ears = ears;
  }

  /** Begins to listen; by nobody where there are no such engines or they cannot. */
  static OtherEars of(SpeechRecognizer recognizer, Vocabulary vocabulary) {
    try {
      return new OtherEars(recognizer.beginOthers(vocabulary));
    } catch (RuntimeException e) {
      LOG.error("engines of other dialects cannot begin; her own goes on alone", e);
      return new OtherEars(List.of());
    }
  }

  void accept(byte[] frame) {
    ears.forEach(ear -> ear.recognition().accept(frame));
  }

  /** She has ended: all of them at once, beside her own, which is waited for meanwhile. */
  void end(Duration budget) {
    for (Ear ear : ears) {
      answers.add(CompletableFuture.supplyAsync(() -> heard(ear, budget), THREADS));
    }
  }

  private static Optional<Hearing> heard(Ear ear, Duration budget) {
    Recognized text = SafeRecognizer.finish(ear.recognition(), budget);
    return Optional.of(text)
        .filter(Recognized::inTime)
        .map(whole -> new Hearing(ear.dialect(), whole.text(), whole.confidence()));
  }

  /** What they heard, as far as it is there in time. */
  List<Hearing> hearings(Duration left) {
    long deadline = System.nanoTime() + left.toNanos();
    List<Hearing> hearings = new ArrayList<>();
    for (CompletableFuture<Optional<Hearing>> answer : answers) {
      try {
        long wait = Math.max(0, deadline - System.nanoTime());
        answer.get(wait, TimeUnit.NANOSECONDS).ifPresent(hearings::add);
      } catch (TimeoutException late) {
        LOG.debug("an engine of another dialect is late");
      } catch (ExecutionException e) {
        LOG.error("an engine of another dialect failed", e);
      } catch (InterruptedException e) {
        throw Interrupted.asHangUp();
      }
    }
    return hearings;
  }

  /** What is still being finished is closed when it is done: one thread at a time. */
  @Override
  public void close() {
    if (answers.isEmpty()) {
      ears.forEach(ear -> ear.recognition().close());
      return;
    }
    for (int i = 0; i < ears.size(); i++) {
      Ear ear = ears.get(i);
      answers.get(i).whenComplete((hearing, failure) -> ear.recognition().close());
    }
  }
}
