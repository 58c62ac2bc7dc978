package cn.wuye.hotline.ivr.speech;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A recogniser lent to one call: closing it gives it back and closes nothing. Thread-safe. */
final class LentRecognizer implements SpeechRecognizer {
  private final SpeechRecognizer recognizer;
  private final Runnable onGivenBack;
  private final AtomicBoolean givenBack = new AtomicBoolean();

  /**
   * @param onGivenBack told once
   */
  LentRecognizer(SpeechRecognizer recognizer, Runnable onGivenBack) {
    this.recognizer = recognizer;
    this.onGivenBack = onGivenBack;
  }

  @Override
  public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
    return recognizer.begin(vocabulary, onPartial);
  }

  @Override
  public List<Ear> beginOthers(Vocabulary vocabulary) {
    return recognizer.beginOthers(vocabulary);
  }

  @Override
  public List<String> unspellable(Vocabulary vocabulary) {
    return recognizer.unspellable(vocabulary);
  }

  @Override
  public Status status() {
    return recognizer.status();
  }

  @Override
  public void close() {
    if (givenBack.compareAndSet(false, true)) {
      onGivenBack.run();
    }
  }
}
