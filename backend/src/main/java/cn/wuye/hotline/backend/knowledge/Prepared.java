package cn.wuye.hotline.backend.knowledge;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.search.FoldedText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * An article, ready to be compared with what is asked.
 *
 * @param text all of it without blanks, part by part
 * @param phrases the further words by which people ask for it
 */
record Prepared(
    Article article,
    String text,
    List<String> phrases,
    Set<String> titlePairs,
    Set<String> answerPairs) {
  private static final int ENOUGH_OF_TITLE = 2;
  private static final int MOST_OF_ANSWER = 5;
  private static final int SHORTEST_PHRASE = 2;

  static Prepared of(Article article) {
    Entry entry = article.entry();
    String title = FoldedText.runs(entry.title());
    String words = FoldedText.runs(entry.words());
    String answer = FoldedText.runs(entry.answer());
    return new Prepared(
        article,
        title.replace(" ", "") + " " + words + " " + answer.replace(" ", ""),
        Arrays.stream(words.split(" "))
            .filter(phrase -> Text.length(phrase) >= SHORTEST_PHRASE)
            .distinct()
            .toList(),
        Asked.pairs(title),
        Asked.pairs(answer));
  }

  /**
   * How well it answers; 0 when it does not. It does when one of its further words was said, when
   * two pairs of neighbouring characters of its question were (one, when it has no more), or when
   * it holds everything that was typed.
   */
  int points(Asked asked) {
    int said = phrases.stream().filter(asked.whole()::contains).mapToInt(Text::length).sum();
    int title = common(titlePairs, asked.pairs());
    boolean enough = title > 0 && title >= Math.min(ENOUGH_OF_TITLE, titlePairs.size());
    boolean typed = !asked.nothing() && asked.runs().stream().allMatch(text::contains);
    if (said == 0 && !enough && !typed) {
      return 0;
    }
    return 1 + 3 * said + 2 * title + Math.min(MOST_OF_ANSWER, common(answerPairs, asked.pairs()));
  }

  private static int common(Set<String> some, Set<String> others) {
    return (int) others.stream().filter(some::contains).count();
  }
}
