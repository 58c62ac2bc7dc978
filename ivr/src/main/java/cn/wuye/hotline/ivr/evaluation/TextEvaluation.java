package cn.wuye.hotline.ivr.evaluation;

import cn.wuye.hotline.ivr.evaluation.TextReport.Confusion;
import cn.wuye.hotline.ivr.evaluation.TextReport.Example;
import cn.wuye.hotline.ivr.intent.Explanation;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.IntentReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Has a set of sentences read as a call reads them, and compares.
 *
 * <p>A sentence counts by the best reading, also where a call would ask again; how often that is
 * stands beside. What is none of the hotline's business is right when nothing is understood that a
 * call would act on.
 */
public final class TextEvaluation {
  private final IntentReader reader;
  private final Map<List<String>, List<Example>> confused = new LinkedHashMap<>();
  private int rows;
  private int category;
  private int subcategory;
  private int urgency;
  private int kind;
  private int emergencies;
  private int recognised;
  private int alarms;
  private int unsure;

  private TextEvaluation(IntentReader reader) {
    this.reader = reader;
  }

  /** What comes out of it. */
  public static TextReport of(IntentReader reader, List<LabelledText> texts) {
    TextEvaluation evaluation = new TextEvaluation(reader);
    texts.forEach(evaluation::add);
    return evaluation.report();
  }

  private void add(LabelledText text) {
    Explanation explanation = reader.explain(text.text());
    Intent read = explanation.intent().orElse(Intent.UNKNOWN);
    boolean sure = read.confidence() >= IntentReader.SURE;
    rows++;
    if (text.foreign()) {
      foreign(text, explanation, read, sure);
    } else {
      own(text, explanation, read);
      unsure += sure ? 0 : 1;
    }
    if (text.urgency().equals("emergency")) {
      emergencies++;
      recognised += read.emergency() ? 1 : 0;
    } else if (read.emergency()) {
      alarms++;
    }
  }

  private void foreign(LabelledText text, Explanation explanation, Intent read, boolean sure) {
    if (sure) {
      compare("topic", text, explanation, "", topic(read));
      return;
    }
    category++;
    subcategory++;
    urgency++;
    kind++;
  }

  private void own(LabelledText text, Explanation explanation, Intent read) {
    category += text.category().equals(read.category()) ? 1 : 0;
    subcategory += compare("topic", text, explanation, text.topic(), topic(read));
    urgency += compare("urgency", text, explanation, text.urgency(), read.urgency());
    kind += compare("kind", text, explanation, text.kind(), read.kind());
  }

  private int compare(
      String what, LabelledText text, Explanation explanation, String expected, String read) {
    if (expected.equals(read)) {
      return 1;
    }
    List<String> words =
        explanation
            .emergency()
            .map(danger -> List.of(danger.word()))
            .orElseGet(() -> words(explanation));
    confused
        .computeIfAbsent(List.of(what, expected, read), key -> new ArrayList<>())
        .add(new Example(text.row(), text.text(), words));
    return 0;
  }

  private static List<String> words(Explanation explanation) {
    return Stream.concat(
            explanation.counted().stream().map(each -> each.phrase() + " → " + each.topic()),
            explanation.likeness().stream().map(each -> "like " + each))
        .toList();
  }

  private static String topic(Intent intent) {
    return intent.category() + "/" + intent.subcategory();
  }

  private TextReport report() {
    List<Confusion> confusions = new ArrayList<>();
    confused.forEach(
        (key, examples) ->
            confusions.add(new Confusion(key.get(0), key.get(1), key.get(2), examples)));
    confusions.sort(Comparator.comparingInt(Confusion::count).reversed());
    return new TextReport(
        rows,
        share(category, rows),
        share(subcategory, rows),
        share(urgency, rows),
        share(kind, rows),
        emergencies,
        emergencies == 0 ? 1 : share(recognised, emergencies),
        alarms,
        unsure,
        confusions);
  }

  private static double share(int some, int all) {
    return (double) some / all;
  }
}
