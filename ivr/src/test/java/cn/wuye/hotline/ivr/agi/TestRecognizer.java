package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Understands whatever it was told beforehand, once it has heard enough sound; knows how much it
 * heard and how many recognitions are open.
 */
final class TestRecognizer implements SpeechRecognizer {
  /** Sound that is enough for a partial result: 300 ms. */
  private static final int ENOUGH = 15 * Pcm.FRAME_BYTES;

  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();
  private volatile String next = "";
  private volatile boolean available = true;
  private volatile boolean stuck;
  private volatile String other = "";

  void willHear(String text) {
    next = text;
  }

  /** As if there were no model. */
  void fail() {
    available = false;
  }

  /** Never comes to a result in time. */
  void beSlow() {
    stuck = true;
  }

  int open() {
    return open.get();
  }

  int begun() {
    return begun.get();
  }

  @Override
  public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
    if (!available) {
      return Optional.empty();
    }
    begun.incrementAndGet();
    open.incrementAndGet();
    return Optional.of(new Hearing(onPartial));
  }

  /** An engine for a dialect hears as well, whenever it is asked to. */
  void alsoHears(String dialect) {
    other = dialect;
  }

  @Override
  public List<Ear> beginOthers(Vocabulary vocabulary) {
    return other.isEmpty()
        ? List.of()
        : begin(vocabulary, partial -> {}).map(ear -> new Ear(other, ear)).stream().toList();
  }

  @Override
  public Status status() {
    return new Status(available, "a test", open.get(), open.get());
  }

  @Override
  public void close() {}

  private final class Hearing implements Recognition {
    private final Consumer<String> onPartial;
    private int heard;
    private boolean closed;

    Hearing(Consumer<String> onPartial) {
      this.onPartial = onPartial;
    }

    @Override
    public void accept(byte[] pcm) {
      heard += pcm.length;
      if (heard >= ENOUGH && heard - pcm.length < ENOUGH) {
        onPartial.accept(next);
      }
    }

    @Override
    public Recognized finish(Duration budget) {
      int heardNow = heard;
      heard = 0;
      if (stuck) {
        return new Recognized("", 0, false);
      }
      return heardNow == 0 ? Recognized.NOTHING : new Recognized(next, 0.9, true);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        open.decrementAndGet();
      }
    }
  }
}
