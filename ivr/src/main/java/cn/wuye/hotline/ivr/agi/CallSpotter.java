package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The emergency spotter of one call: begun when the caller first speaks, kept until the call ends.
 * Belongs to the dialog's thread; only partial results come on the recogniser's.
 */
final class CallSpotter implements AutoCloseable {
  private final SpeechRecognizer recognizer;
  private final EmergencySpotter words;
  private final List<String> phrases;
  private Optional<Recognition> recognition = Optional.empty();
  private boolean begun;
  private volatile @Nullable Spotting current;

  CallSpotter(SpeechRecognizer recognizer, EmergencySpotter words) {
    this.recognizer = recognizer;
    this.words = words;
    this.phrases = words.phrases().get();
  }

  /** The words that count in this call, from its beginning to its end. */
  EmergencySpotter words() {
    return words;
  }

  /** From now on what is spotted belongs to this turn. */
  void turn(Spotting spotting) {
    current = spotting;
  }

  void accept(byte[] frame) {
    if (!begun && !phrases.isEmpty()) {
      begun = true;
      recognition =
          SafeRecognizer.begin(recognizer, new Vocabulary.Spotting(phrases), this::partial);
    }
    recognition.ifPresent(r -> r.accept(frame));
  }

  private void partial(String text) {
    Spotting spotting = current;
    if (spotting != null) {
      spotting.look(text);
    }
  }

  /** Ends the utterance: its last words are looked at, the next one begins anew. */
  void finish(Duration budget) {
    recognition.ifPresent(r -> partial(SafeRecognizer.finish(r, budget).text()));
  }

  @Override
  public void close() {
    recognition.ifPresent(Recognition::close);
    recognition = Optional.empty();
  }
}
