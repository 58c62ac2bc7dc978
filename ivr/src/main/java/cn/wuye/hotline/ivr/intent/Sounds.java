package cn.wuye.hotline.ivr.intent;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How characters sound. Every character is looked up once. */
final class Sounds {
  private static final String NUMERALS = "零一二三四五六七八九";

  /** Characters of which more than the first reading of the dictionary is common on a hotline. */
  private static final Map<Character, List<String>> COMMON_READINGS =
      readings(
          "着zhao,zhe 地di,de 了le,liao 都dou,du 行xing,hang 重zhong,chong 长chang,zhang 还hai,huan 觉jue,jiao"
              + " 调diao,tiao 降jiang,xiang 落luo,la 弹dan,tan 得de,dei 差cha,chai 塞sai,se 血xue,xie"
              + " 谁shei,shui 露lu,lou 那na,nei 这zhe,zhei 乐le,yue 曾ceng,zeng 熟shu,shou 传chuan,zhuan"
              + " 幢zhuang,chuang 儿er 嗯en 〇ling ○ling");

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
    List<String> common = COMMON_READINGS.get(written);
    if (common != null) {
      return Sound.of(written, common);
    }
    if (Character.UnicodeScript.of(written) != Character.UnicodeScript.HAN) {
      return Sound.of(written, List.of(String.valueOf(written)));
    }
    // The dictionary's later readings are rare ones, which would only make strangers sound alike.
    List<String> readings = PinyinHelper.toPinyinList(written, PinyinStyleEnum.NORMAL);
    return Sound.of(written, readings.isEmpty() ? List.of() : List.of(readings.get(0)));
  }

  private static Map<Character, List<String>> readings(String list) {
    Map<Character, List<String>> readings = new HashMap<>();
    for (String entry : list.split(" ", -1)) {
      readings.put(entry.charAt(0), List.of(entry.substring(1).split(",", -1)));
    }
    return Map.copyOf(readings);
  }
}
