package cn.wuye.hotline.ivr.intent;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How characters sound. Every character is looked up once. */
final class Sounds {
  private static final String NUMERALS = "零一二三四五六七八九";

  /** Readings that the dictionary lists late or with ones that never occur on a hotline. */
  private static final Map<Character, List<String>> CHOSEN =
      Map.of(
          '着', List.of("zhao", "zhe"),
          '〇', List.of("ling"),
          '○', List.of("ling"),
          '栋', List.of("dong"),
          '幢', List.of("zhuang", "chuang"),
          '儿', List.of("er"),
          '嗯', List.of("en"),
          '没', List.of("mei"),
          '尿', List.of("niao"),
          '露', List.of("lu", "lou"));

  private static final Map<Character, Sound> KNOWN = new ConcurrentHashMap<>();

  private Sounds() {}

  /** Whether the character is part of an utterance at all, and not punctuation or space. */
  static boolean spoken(char c) {
    return Character.isLetterOrDigit(c) || c == '〇' || c == '○' || c == '#';
  }

  static Sound of(char c) {
    Sound known = KNOWN.get(c);
    if (known == null) {
      known = lookUp(c);
      KNOWN.put(c, known);
    }
    return known;
  }

  private static Sound lookUp(char c) {
    int digit = Character.digit(c, 10);
    char written = digit >= 0 ? NUMERALS.charAt(digit) : Character.toLowerCase(c);
    List<String> chosen = CHOSEN.get(written);
    if (chosen != null) {
      return Sound.of(written, chosen);
    }
    if (Character.UnicodeScript.of(written) != Character.UnicodeScript.HAN) {
      return Sound.of(written, List.of(String.valueOf(written)));
    }
    Set<String> readings = new LinkedHashSet<>();
    for (String reading : PinyinHelper.toPinyinList(written, PinyinStyleEnum.NORMAL)) {
      // More than two readings are rare ones, which would only make strangers sound alike.
      if (readings.size() < 2) {
        readings.add(reading);
      }
    }
    return Sound.of(written, List.copyOf(readings));
  }
}
