package cn.wuye.hotline.ivr.speech;

import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A recogniser that others may still use when it is no longer wanted: it is closed, once, when the
 * last of them has gone. Thread-safe.
 */
final class SharedEngine {
  private final SpeechRecognizer recognizer;
  private int users;
  private boolean retired;
  private boolean closing;
  private Runnable onClosed = () -> {};

  SharedEngine(SpeechRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  SpeechRecognizer recognizer() {
    return recognizer;
  }

  /** For a call that has taken it; closing it gives it back. */
  SpeechRecognizer lend() {
    return new LentRecognizer(recognizer, this::giveBack);
  }

  /** One recognition that belongs to no call and has taken it; closing it gives it back. */
  Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
    Optional<Recognition> begun = Optional.empty();
    try {
      begun = recognizer.begin(vocabulary, onPartial);
    } finally {
      if (begun.isEmpty()) {
        giveBack();
      }
    }
    return begun.map(Lent::new);
  }

  /** One user more, who gives it back. */
  synchronized void take() {
    users++;
  }

  private void giveBack() {
    synchronized (this) {
      users--;
    }
    closeWhenUnused();
  }

  /** Nobody new will come; it is closed now or when the last user has gone. */
  void retire(Runnable whenClosed) {
    synchronized (this) {
      retired = true;
      onClosed = whenClosed;
    }
    closeWhenUnused();
  }

  private void closeWhenUnused() {
    synchronized (this) {
      if (!retired || users > 0 || closing) {
        return;
      }
      closing = true;
    }
    // On a thread of its own: closing waits for what is still being decoded, and a call ends here.
    Thread thread = new Thread(this::close, "speech-close");
    thread.setDaemon(true);
    thread.start();
  }

  private void close() {
    recognizer.close();
    onClosed.run();
  }

  /** Closes it whoever uses it: the application ends. */
  void closeNow() {
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
    }
    recognizer.close();
  }

  private final class Lent implements Recognition {
    private final Recognition recognition;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lent(Recognition recognition) {
      this.recognition = recognition;
    }

    @Override
    public void accept(byte[] pcm) {
      recognition.accept(pcm);
    }

    @Override
    public Recognized finish(Duration budget) {
      return recognition.finish(budget);
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        recognition.close();
        giveBack();
      }
    }
  }
}
