package cn.wuye.hotline.ivr.evaluation;

import cn.wuye.hotline.ivr.correction.MisheardForm;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.intent.StandardWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the sentences that nothing was tuned on are understood as without and with an own phrase for
 * something misheard. Such a phrase counts as it is written, so only sentences that hold it are
 * read.
 *
 * @param sentences how many of them hold it
 */
public record MisheardEffect(int sentences, TextReport before, TextReport after) {
  private static final List<String> SETS = List.of("held-out.tsv", "held-out-dangers.tsv");

  /**
   * Measures it.
   *
   * @param after reads with the phrase
   */
  public static MisheardEffect of(IntentReader before, IntentReader after, MisheardForm form) {
    List<LabelledText> texts =
        texts(before).stream()
            .filter(each -> StandardWords.spoken(each.text()).contains(form.heard()))
            .toList();
    return new MisheardEffect(
        texts.size(), TextEvaluation.of(before, texts), TextEvaluation.of(after, texts));
  }

  /** Whether less is right, fewer emergencies are found, or more is taken for one, with it. */
  public boolean falls() {
    return sentences > 0
        && (after.categoryAccuracy() < before.categoryAccuracy()
            || after.subcategoryAccuracy() < before.subcategoryAccuracy()
            || after.urgencyAccuracy() < before.urgencyAccuracy()
            || after.kindAccuracy() < before.kindAccuracy()
            || after.emergencyRecall() < before.emergencyRecall()
            || after.emergencyFalseAlarms() > before.emergencyFalseAlarms());
  }

  private static List<LabelledText> texts(IntentReader reader) {
    List<LabelledText> texts = new ArrayList<>();
    TextSet set = new TextSet(reader.topics());
    for (String name : SETS) {
      try (InputStream in = MisheardEffect.class.getResourceAsStream("/evaluation/" + name)) {
        if (in == null) {
          throw new IllegalStateException("evaluation/" + name + " is missing on the class path");
        }
        texts.addAll(set.read(in.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SetRefused e) {
        throw new IllegalStateException("evaluation/" + name + ": " + e.getMessage(), e);
      }
    }
    return texts;
  }
}
