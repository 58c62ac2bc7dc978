package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.dialect.SimplifiedText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * From dialect words and traditional characters to what lexicon and emergency words know: {@code
 * 電梯壞咗} to {@code 电梯坏了}. A character or a word at a time; grammar is left as it is.
 */
public final class StandardWords {
  private static final StandardWords SHIPPED = new StandardWords(Dialects.shipped().words());

  /** First character → the words that begin with it, the longest first. */
  private final Map<Character, List<Word>> words = new HashMap<>();

  private record Word(String said, String standard) {}

  StandardWords(Map<String, String> dialectWords) {
    Map<String, String> all = new LinkedHashMap<>();
    dialectWords.forEach((said, standard) -> all.put(SimplifiedText.of(said), standard));
    all.entrySet().stream()
        .map(each -> new Word(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingInt((Word word) -> word.said.length()).reversed())
        .forEach(word -> words.merge(word.said.charAt(0), List.of(word), StandardWords::joined));
  }

  private static List<Word> joined(List<Word> some, List<Word> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** The text in simplified characters and, word by word, in standard Chinese. */
  static String of(String text) {
    return SHIPPED.standard(SimplifiedText.of(text));
  }

  /** The same with Chinese numerals and without punctuation: what phrases are looked for in. */
  public static String spoken(String text) {
    return Utterance.of(text).written();
  }

  private String standard(String text) {
    StringBuilder standard = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int at = i;
      Word word =
          words.getOrDefault(text.charAt(i), List.of()).stream()
              .filter(each -> text.startsWith(each.said, at))
              .findFirst()
              .orElse(null);
      if (word == null) {
        standard.append(text.charAt(i++));
      } else {
        standard.append(word.standard);
        i += word.said.length();
      }
    }
    return standard.toString();
  }
}
