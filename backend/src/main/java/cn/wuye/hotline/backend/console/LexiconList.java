package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.intent.ShippedPhrase;
import cn.wuye.hotline.ivr.wording.Wording;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A page of phrases: own ones first, then a part of the shipped ones.
 *
 * @param ownFound how many own phrases were found; at most {@value #MOST_OWN} are listed
 * @param found how many shipped phrases were found
 * @param more whether another page follows
 */
record LexiconList(
    List<Own> own, int ownFound, List<Row> shipped, int found, int from, boolean more) {
  private static final int PAGE = 50;
  private static final int MOST_OWN = 100;

  /** An own phrase. */
  record Own(String phrase, String synonyms, String topic, String weight) {}

  /** A shipped phrase; {@code name} tells it from others. */
  record Row(String name, String phrase, String topic, String weight, boolean off) {}

  static LexiconList of(
      List<LexiconPhrase> own,
      Set<String> off,
      LexiconQuery query,
      UnaryOperator<String> topicName) {
    List<LexiconPhrase> ownFound =
        own.stream()
            .filter(
                each ->
                    query.takes(
                        each.phrase() + " " + String.join(" ", each.synonyms()), each.topic()))
            .toList();
    List<ShippedPhrase> found =
        Wording.shippedReader().phrases().stream()
            .filter(each -> query.takes(each.phrase(), each.topic()))
            .filter(
                each ->
                    !query.show().equals("off")
                        || off.contains(WordingLexiconController.name(each)))
            .toList();
    int from = Math.min(query.page() * PAGE, found.size());
    int to = Math.min(from + PAGE, found.size());
    return new LexiconList(
        ownFound.stream()
            .limit(MOST_OWN)
            .map(
                each ->
                    new Own(
                        each.phrase(),
                        String.join("、", each.synonyms()),
                        topicName.apply(each.topic()),
                        LexiconForm.number(each.weight())))
            .toList(),
        ownFound.size(),
        found.subList(from, to).stream()
            .map(
                each -> {
                  String name = WordingLexiconController.name(each);
                  return new Row(
                      name,
                      each.phrase(),
                      topicName.apply(each.topic()),
                      LexiconForm.number(each.weight()),
                      off.contains(name));
                })
            .toList(),
        found.size(),
        from,
        to < found.size());
  }
}
