package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call goes on without text when the recogniser fails: its recording has the words. */
final class SafeRecognizer {
  private static final Logger LOG = LoggerFactory.getLogger(SafeRecognizer.class);

  /** What is left when nothing decoded the words. */
  static final Recognized NOT_DECODED = new Recognized("", 0, false);

  private SafeRecognizer() {}

  static Optional<Recognition> begin(
      SpeechRecognizer recognizer, Vocabulary vocabulary, Consumer<String> onPartial) {
    try {
      return recognizer.begin(vocabulary, onPartial);
    } catch (RuntimeException e) {
      LOG.error("the recogniser cannot begin; the call goes on without text", e);
      return Optional.empty();
    }
  }

  static Recognized finish(Recognition recognition, Duration budget) {
    try {
      return recognition.finish(budget);
    } catch (RuntimeException e) {
      LOG.error("the recogniser cannot finish; the call goes on without this text", e);
      return NOT_DECODED;
    }
  }
}
