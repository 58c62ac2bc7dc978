package cn.wuye.hotline.ivr.speech;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Writes down recordings after the call, when no living call needs the processor. Thread-safe;
 * takes its time.
 */
public final class Transcriber {
  /**
   * Decoding is given so many times the recording's length, and half a minute: calls come first.
   */
  private static final int PATIENCE = 10;

  private static final Duration AT_LEAST = Duration.ofSeconds(30);

  private final SpeechRecognizer recognizer;

  public Transcriber(SpeechRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  /**
   * The words of a recording; give it the caller's voice alone where that is there. Waits for the
   * whole text.
   *
   * @return the text, stretches of speech joined by commas, empty text when nobody speaks; empty
   *     when nothing can transcribe now (no model, a foreign one, too much to do): try again later
   * @throws cn.wuye.hotline.ivr.audio.BrokenWav when the file is no telephone WAV; the message says
   *     what is wrong
   * @throws IOException when it cannot be read
   */
  public Optional<Recognized> transcribe(Path wav) throws IOException {
    return transcribe(WavFile.read(wav));
  }

  /** The same for sound in memory: 8 kHz, 16 bit, mono. */
  public Optional<Recognized> transcribe(byte[] pcm) {
    Optional<Recognition> begun = recognizer.begin(new Vocabulary.Recording(), partial -> {});
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    try (Recognition recognition = begun.get()) {
      return transcribe(recognition, Stretches.of(pcm));
    }
  }

  private static Optional<Recognized> transcribe(Recognition recognition, List<byte[]> stretches) {
    StringBuilder text = new StringBuilder();
    double sure = 0;
    for (byte[] stretch : stretches) {
      recognition.accept(stretch);
      Duration budget = Pcm.length(stretch).multipliedBy(PATIENCE).plus(AT_LEAST);
      Recognized heard = recognition.finish(budget);
      if (!heard.inTime()) {
        return Optional.empty();
      }
      if (!heard.text().isEmpty()) {
        sure += heard.confidence() * heard.text().length();
        text.append(text.isEmpty() ? "" : "，").append(heard.text());
      }
    }
    double confidence = text.isEmpty() ? 0 : Math.min(1, sure / text.length());
    return Optional.of(new Recognized(text.toString(), confidence, true));
  }
}
