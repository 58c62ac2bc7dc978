package cn.wuye.hotline.ivr.evaluation;

import cn.wuye.hotline.ivr.evaluation.SpeechReport.Figures;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import cn.wuye.hotline.ivr.learning.LearnedSpeech;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import java.io.IOException;
import java.util.List;

/**
 * What a set of recordings is understood as without and with something learned, as if all of it
 * were said by speakers of that dialect.
 */
public record LearnedEffect(SpeechReport before, SpeechReport after) {

  /**
   * Measures it.
   *
   * @param recognizer without anything learned
   * @param known what was learned before; another sound of the same phrase is left out afterwards
   * @throws IOException when a recording cannot be read, or the recogniser does not answer within a
   *     minute
   */
  public static LearnedEffect of(
      SpeechRecognizer recognizer,
      IntentReader reader,
      List<SpokenClip> clips,
      List<LearnedPhrase> known,
      LearnedPhrase learned)
      throws IOException {
    List<LearnedPhrase> with = learned.among(known);
    return new LearnedEffect(
        measured(recognizer, reader, clips, known, learned.dialect()),
        measured(recognizer, reader, clips, with, learned.dialect()));
  }

  private static SpeechReport measured(
      SpeechRecognizer recognizer,
      IntentReader reader,
      List<SpokenClip> clips,
      List<LearnedPhrase> learned,
      String dialect)
      throws IOException {
    SpeechRecognizer hers =
        new LearnedSpeech(recognizer, () -> learned, call -> dialect).forDialect(dialect);
    return SpeechEvaluation.of(hers, reader, clips);
  }

  /** Whether less is right, or more is wrong or falsely accepted, than before. */
  public boolean falls() {
    return falls(before.all(), after.all()) || falls(before.menu(), after.menu());
  }

  private static boolean falls(Figures before, Figures after) {
    return after.right() < before.right()
        || after.wrong() > before.wrong()
        || after.falseAccepts() > before.falseAccepts();
  }
}
