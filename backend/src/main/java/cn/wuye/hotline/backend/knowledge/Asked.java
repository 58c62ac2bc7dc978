package cn.wuye.hotline.backend.knowledge;

import cn.wuye.hotline.backend.ticket.search.FoldedText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody said or typed, as it is compared.
 *
 * @param whole letters and digits alone
 * @param runs the same, cut where something else stood between them
 * @param pairs neighbouring characters, without the words that every question has
 */
record Asked(String whole, List<String> runs, Set<String> pairs) {
  // More says nothing of what is asked for, and costs time with each article.
  private static final int LONGEST = 2000;
  private static final Pattern ASKING =
      Pattern.compile(
          "什么时候|怎么样|有没有|是不是|能不能|为什么|怎样|怎么|如何|什么|请问|多少|几点|哪里|哪儿|可以|"
              + "问一下|想问|我想|我要|一下|你们|我们|你好|您好|办理|需要|[吗呢啊吧呀的了我你您]");

  static Asked of(String said) {
    String folded = FoldedText.runs(said.substring(0, Math.min(said.length(), LONGEST)));
    return new Asked(
        folded.replace(" ", ""),
        Arrays.stream(folded.split(" ")).filter(run -> !run.isEmpty()).distinct().toList(),
        pairs(folded));
  }

  boolean nothing() {
    return whole.isEmpty();
  }

  /**
   * @param folded as {@link FoldedText#runs} gives it
   */
  static Set<String> pairs(String folded) {
    Set<String> pairs = new HashSet<>();
    for (String run : ASKING.matcher(folded).replaceAll(" ").split(" ", -1)) {
      int[] characters = run.codePoints().toArray();
      for (int i = 0; i < characters.length - 1; i++) {
        pairs.add(new String(characters, i, 2));
      }
    }
    return pairs;
  }
}
