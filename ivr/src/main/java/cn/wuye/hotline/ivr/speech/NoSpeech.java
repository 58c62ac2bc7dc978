package cn.wuye.hotline.ivr.speech;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Recognises nothing: the hotline works with keys and recordings.
 *
 * @param reason why there is no recogniser, in Chinese, for people
 */
public record NoSpeech(String reason) implements SpeechRecognizer {
  @Override
  public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
    return Optional.empty();
  }

  @Override
  public Status status() {
    return new Status(false, reason, 0, 0);
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
