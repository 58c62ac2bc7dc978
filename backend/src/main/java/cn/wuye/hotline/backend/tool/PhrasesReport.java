package cn.wuye.hotline.backend.tool;

import cn.wuye.hotline.ivr.evaluation.LearnedEffect;
import cn.wuye.hotline.ivr.evaluation.SpeechReport.Figures;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import cn.wuye.hotline.ivr.learning.LearningReport;
import cn.wuye.hotline.ivr.learning.LearningReport.HeldBack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code ./hotline phrases learn} tells. */
record PhrasesReport(LearningReport report, LearnedEffect effect) {
  LearnedPhrase learned() {
    return report.learned();
  }

  /** Why it is not kept; empty when it may be. */
  String refusal() {
    if (!report.useful()) {
      return "most of the recordings are not heard by what was learned from the others";
    }
    if (effect.before().all().right() == 0) {
      return "of the test set nothing is understood, so it tells nothing";
    }
    return effect.falls() ? "the test set is understood less well with it than without it" : "";
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dialect", learned().dialect());
    json.put("phrase", learned().phrase());
    json.put("spellings", learned().spellings());
    json.put("heldBack", heldBack(report.heldBack()));
    json.put("before", figures(effect.before().all()));
    json.put("after", figures(effect.after().all()));
    json.put("refusal", refusal());
    return json;
  }

  private static Map<String, Object> heldBack(HeldBack heldBack) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("samples", heldBack.samples());
    json.put("hits", heldBack.hits());
    json.put("rejections", heldBack.rejections());
    json.put("confusions", heldBack.confusions());
    return json;
  }

  private static Map<String, Object> figures(Figures figures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("recordings", figures.own() + figures.foreign());
    json.put("right", figures.right());
    json.put("wrong", figures.wrong());
    json.put("falseAccepts", figures.falseAccepts());
    return json;
  }

  String table() {
    HeldBack held = report.heldBack();
    return String.join(
        "\n",
        List.of(
            "%s %s: %s"
                .formatted(
                    learned().dialect(),
                    learned().phrase(),
                    String.join(" ", learned().spellings())),
            "held back   %d recordings: %d heard (%.0f %%), %d asked again, %d taken for another %s"
                .formatted(
                    held.samples(),
                    held.hits(),
                    100 * held.hitShare(),
                    held.rejections(),
                    held.confused(),
                    held.confusions().isEmpty() ? "" : held.confusions()),
            line("before", effect.before().all()),
            line("after", effect.after().all())));
  }

  private static String line(String name, Figures figures) {
    return "%-11s %d recordings of the test set: %d right, %d wrong, %d falsely accepted"
        .formatted(
            name,
            figures.own() + figures.foreign(),
            figures.right(),
            figures.wrong(),
            figures.falseAccepts());
  }
}
