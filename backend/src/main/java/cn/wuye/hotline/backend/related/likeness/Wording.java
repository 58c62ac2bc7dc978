package cn.wuye.hotline.backend.related.likeness;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much of two texts is the same: pairs of neighbouring characters, or of neighbouring syllables
 * where a recogniser wrote another character of the same sound (停电, 停店). Dice's coefficient.
 */
final class Wording {
  /** Longer texts are compared by their beginnings. */
  private static final int LONGEST = 200;

  /** What only sounds alike counts a little less than what is written alike. */
  private static final double BY_SOUND = 0.9;

  private static final String NUMERALS = "零一二三四五六七八九";

  private Wording() {}

  /** 0 for nothing in common up to 1 for the same; 0 where one says nothing. */
  static double alike(String one, String other) {
    List<String> written = characters(one);
    List<String> otherWritten = characters(other);
    double asWritten = dice(pairs(written), pairs(otherWritten));
    return asWritten == 1
        ? 1
        : Math.max(asWritten, BY_SOUND * dice(pairs(sounds(written)), pairs(sounds(otherWritten))));
  }

  /** Letters and digits alone, half-width and in lower case; 三 is 3. */
  private static List<String> characters(String text) {
    List<String> characters = new ArrayList<>();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(LONGEST)
        .forEach(
            character -> {
              int numeral = NUMERALS.indexOf(character);
              characters.add(
                  numeral < 0 ? Character.toString(character) : Integer.toString(numeral));
            });
    return characters;
  }

  private static List<String> sounds(List<String> characters) {
    return characters.stream().map(Wording::sound).toList();
  }

  private static String sound(String character) {
    return Character.isIdeographic(character.codePointAt(0))
        ? PinyinHelper.toPinyin(character, PinyinStyleEnum.NORMAL)
        : character;
  }

  private static Map<String, Integer> pairs(List<String> units) {
    Map<String, Integer> pairs = new HashMap<>();
    if (units.size() == 1) {
      pairs.put(units.get(0), 1);
    }
    for (int i = 0; i < units.size() - 1; i++) {
      pairs.merge(units.get(i) + ' ' + units.get(i + 1), 1, Integer::sum);
    }
    return pairs;
  }

  private static double dice(Map<String, Integer> one, Map<String, Integer> other) {
    int all = size(one) + size(other);
    int common = 0;
    for (Map.Entry<String, Integer> each : one.entrySet()) {
      common += Math.min(each.getValue(), other.getOrDefault(each.getKey(), 0));
    }
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static int size(Map<String, Integer> pairs) {
    return pairs.values().stream().mapToInt(Integer::intValue).sum();
  }
}
