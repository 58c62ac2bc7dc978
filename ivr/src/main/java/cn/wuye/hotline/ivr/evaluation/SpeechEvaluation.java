package cn.wuye.hotline.ivr.evaluation;

import cn.wuye.hotline.ivr.audio.ALaw;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.evaluation.SpeechReport.Figures;
import cn.wuye.hotline.ivr.evaluation.SpeechReport.Mistake;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Has recordings recognised and read as a call does, after the way through A-law: complaints by
 * free recognition, answers by the grammar of a yes-and-no question with its commands, what is out
 * of grammar by both. Each is given whole; the detection of speech is not judged.
 */
public final class SpeechEvaluation {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SpeechRecognizer recognizer;
  private final IntentReader reader;
  private final Commands commands = Commands.shipped();
  private final Vocabulary choice;
  private final Count all = new Count();
  private final Count menu = new Count();
  private final Map<String, Count> dialects = new LinkedHashMap<>();
  private final Map<String, Count> noises = new LinkedHashMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private SpeechEvaluation(SpeechRecognizer recognizer, IntentReader reader) {
    this.recognizer = recognizer;
    this.reader = reader;
    this.choice =
        new Vocabulary.Phrases(
            Stream.concat(commands.yesAndNo().stream(), commands.phrases().stream())
                .distinct()
                .toList());
  }

  /**
   * What comes out of it.
   *
   * @throws IOException when a recording cannot be read, or the recogniser does not answer within a
   *     minute
   */
  public static SpeechReport of(
      SpeechRecognizer recognizer, IntentReader reader, List<SpokenClip> clips) throws IOException {
    SpeechEvaluation evaluation = new SpeechEvaluation(recognizer, reader);
    for (SpokenClip clip : clips) {
      evaluation.add(clip);
    }
    return evaluation.report();
  }

  private void add(SpokenClip clip) throws IOException {
    byte[] sound = ALaw.thereAndBack(WavFile.read(clip.file()));
    List<Count> counts = new ArrayList<>(List.of(all));
    counts.add(dialects.computeIfAbsent(clip.dialect(), key -> new Count()));
    counts.add(noises.computeIfAbsent(clip.noise(), key -> new Count()));
    if (clip.choice() || clip.foreign()) {
      counts.add(menu);
    }
    boolean accepted = false;
    if (!clip.choice()) {
      String heard = hear(clip, new Vocabulary.Free(), sound);
      int errors = CharacterErrors.between(clip.transcript(), heard);
      counts.stream()
          .filter(count -> count != menu)
          .forEach(count -> count.text(errors, CharacterErrors.length(clip.transcript())));
      accepted = judge(clip, heard, told(heard), counts.stream().filter(c -> c != menu).toList());
    }
    if (clip.choice() || clip.foreign()) {
      String heard = hear(clip, choice, sound);
      // One false accept of a recording is one, by whichever question.
      List<Count> once = accepted ? List.of(menu) : counts;
      judge(clip, heard, answered(heard), once);
    }
    if (clip.foreign()) {
      counts.forEach(count -> count.foreign++);
    }
  }

  private boolean judge(SpokenClip clip, String heard, String understood, List<Count> counts) {
    counts.forEach(count -> count.outcome(clip, understood));
    boolean mistaken = !understood.isEmpty() && !understood.equals(clip.intent());
    if (mistaken) {
      mistakes.add(new Mistake(clip, heard, understood));
    }
    return mistaken;
  }

  private String hear(SpokenClip clip, Vocabulary vocabulary, byte[] sound) throws IOException {
    try (Recognition recognition =
        recognizer
            .begin(vocabulary, partial -> {})
            .orElseThrow(() -> new IOException("the model cannot serve this vocabulary"))) {
      for (int at = 0; at < sound.length; at += Pcm.FRAME_BYTES) {
        recognition.accept(
            Arrays.copyOfRange(sound, at, Math.min(sound.length, at + Pcm.FRAME_BYTES)));
      }
      Recognized heard = recognition.finish(PATIENCE);
      if (!heard.inTime()) {
        throw new IOException("row " + clip.row() + " was not recognised within a minute");
      }
      return heard.text();
    }
  }

  private String told(String heard) {
    return reader
        .read(heard)
        .filter(intent -> intent.confidence() >= IntentReader.SURE)
        .map(intent -> intent.category() + "/" + intent.subcategory())
        .orElse("");
  }

  private String answered(String heard) {
    if (commands.wantsPerson(heard)) {
      return "person";
    }
    // Asking for the words again is asking again, as when nothing was understood.
    if (commands.wantsRepeat(heard)) {
      return "";
    }
    return commands.yesOrNo(heard).map(yes -> yes ? "yes" : "no").orElse("");
  }

  private SpeechReport report() {
    return new SpeechReport(
        all.figures(), menu.figures(), figures(dialects), figures(noises), mistakes);
  }

  private static Map<String, Figures> figures(Map<String, Count> counts) {
    Map<String, Figures> figures = new LinkedHashMap<>();
    counts.forEach((key, count) -> figures.put(key, count.figures()));
    return figures;
  }

  private static final class Count {
    private int right;
    private int rejected;
    private int wrong;
    private int foreign;
    private int falseAccepts;
    private int errors;
    private int characters;

    void text(int wrongCharacters, int said) {
      errors += wrongCharacters;
      characters += said;
    }

    void outcome(SpokenClip clip, String understood) {
      if (clip.foreign()) {
        falseAccepts += understood.isEmpty() ? 0 : 1;
      } else if (understood.isEmpty()) {
        rejected++;
      } else if (understood.equals(clip.intent())) {
        right++;
      } else {
        wrong++;
      }
    }

    Figures figures() {
      return new Figures(
          right + rejected + wrong,
          right,
          rejected,
          wrong,
          foreign,
          falseAccepts,
          errors,
          characters);
    }
  }
}
