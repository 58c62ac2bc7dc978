package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import java.util.ArrayList;
import java.util.List;

/** What kind of matter it is, where the words say so; and what makes it more urgent. */
final class KindRules {
  private static final double CERTAIN = 0.9;

  private final List<Rule> kinds = new ArrayList<>();
  private final PhraseList danger;
  private final PhraseList complex;

  /**
   * One rule.
   *
   * @param unless phrases that take the rule back
   */
  private record Rule(String kind, PhraseList when, PhraseList unless) {}

  KindRules(DataFile file) {
    for (DataFile rule : file.mappings("kinds")) {
      kinds.add(
          new Rule(
              rule.text("kind"),
              new PhraseList(rule.texts("when")),
              new PhraseList(rule.texts("unless"))));
    }
    danger = new PhraseList(file.texts("danger"));
    complex = new PhraseList(file.texts("complex"));
  }

  static KindRules shipped() {
    return new KindRules(DataFile.resource("/intent/kinds.yml"));
  }

  /** The first rule that fits wins. */
  String kind(Utterance utterance, String otherwise) {
    for (Rule rule : kinds) {
      if (rule.when.in(utterance) >= CERTAIN && rule.unless.in(utterance) < CERTAIN) {
        return rule.kind;
      }
    }
    return otherwise;
  }

  String urgency(Utterance utterance, String usual) {
    if (usual.equals("general") && danger.in(utterance) >= CERTAIN) {
      return "urgent";
    }
    if (usual.equals("general") && complex.in(utterance) >= CERTAIN) {
      return "complex";
    }
    return usual;
  }
}
