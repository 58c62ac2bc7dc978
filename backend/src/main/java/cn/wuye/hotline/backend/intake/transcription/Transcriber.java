package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.backend.intake.spool.Loudness;
import cn.wuye.hotline.backend.intake.spool.Stretch;
import cn.wuye.hotline.backend.intake.spool.Wav;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes the speech in a recording, utterance by utterance; silence is not decoded. */
final class Transcriber {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration SHORTEST_BUDGET = Duration.ofSeconds(10);

  /** So many seconds of work are granted for a second of sound. */
  private static final int PATIENCE = 4;

  private static final int CHUNK = 1600;

  private final SpeechRecognizer recognizer;

  Transcriber(SpeechRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  /**
   * @param text utterances joined by {@code ，}; empty when nothing was understood
   * @param confidence of the utterance understood worst, 0–1; 0 when nothing was understood
   * @param standIn whether some of it was heard by another engine than the one that was chosen
   */
  record Text(String text, double confidence, boolean standIn) {}

  /**
   * One utterance.
   *
   * @param heard its text may be blank
   * @param standIn whether it was heard by another engine than the one that was chosen
   */
  record Utterance(Stretch stretch, Recognized heard, boolean standIn) {
    boolean understood() {
      return !heard.text().isBlank();
    }
  }

  /**
   * The text of an 8 kHz recording.
   *
   * @return empty when it cannot be had now (no model, no time): to be tried again
   * @throws IOException when the recording cannot be read
   */
  Optional<Text> read(Path file) throws IOException {
    return utterances(file).map(Transcriber::text);
  }

  private static Text text(List<Utterance> all) {
    List<Recognized> understood =
        all.stream().filter(Utterance::understood).map(Utterance::heard).toList();
    return new Text(
        String.join("，", understood.stream().map(Recognized::text).toList()),
        understood.stream().mapToDouble(Recognized::confidence).min().orElse(0),
        all.stream().anyMatch(Utterance::standIn));
  }

  /**
   * What is said in an 8 kHz recording of one channel, in order; also where nothing was understood.
   *
   * @return empty when it cannot be had now (no model, no time): to be tried again
   * @throws IOException when the recording cannot be read
   */
  Optional<List<Utterance>> utterances(Path file) throws IOException {
    Wav wav = Wav.inspect(file);
    List<Utterance> all = new ArrayList<>();
    for (Stretch stretch : Loudness.of(file).speech(LONGEST)) {
      Optional<Utterance> utterance = utterance(file, wav, stretch);
      if (utterance.isEmpty()) {
        return Optional.empty();
      }
      all.add(utterance.get());
    }
    return Optional.of(all);
  }

  private Optional<Utterance> utterance(Path file, Wav wav, Stretch stretch) throws IOException {
    Optional<Recognition> begun = recognizer.begin(new Vocabulary.Recording(), partial -> {});
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    Duration length = stretch.to().minus(stretch.from());
    try (Recognition recognition = begun.get();
        InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(wav.dataAt() + bytes(wav, stretch.from()));
      for (long left = bytes(wav, length); left > 0; ) {
        byte[] pcm = in.readNBytes((int) Math.min(CHUNK, left));
        if (pcm.length < 2) {
          break;
        }
        recognition.accept(pcm);
        left -= pcm.length;
      }
      Duration budget = length.multipliedBy(PATIENCE);
      Recognized heard =
          recognition.finish(budget.compareTo(SHORTEST_BUDGET) < 0 ? SHORTEST_BUDGET : budget);
      return heard.inTime()
          ? Optional.of(new Utterance(stretch, heard, recognition.byStandIn()))
          : Optional.empty();
    }
  }

  private static long bytes(Wav wav, Duration length) {
    return length.toMillis() * wav.samplesPerSecond() / 1000 * 2;
  }
}
