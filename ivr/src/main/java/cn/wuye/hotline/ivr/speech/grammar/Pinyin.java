package cn.wuye.hotline.ivr.speech.grammar;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.List;

/** From characters to syllables, readings chosen by context (着火 zhao, 睡觉 jiao). */
final class Pinyin {
  private Pinyin() {}

  /** One syllable for every Chinese character; anything else is left out. */
  static List<Syllable> of(String text) {
    StringBuilder chinese = new StringBuilder();
    text.codePoints().filter(Character::isIdeographic).forEach(chinese::appendCodePoint);
    if (chinese.isEmpty()) {
      return List.of();
    }
    List<Syllable> syllables = new ArrayList<>();
    for (String pinyin :
        PinyinHelper.toPinyin(chinese.toString(), PinyinStyleEnum.NORMAL).split(" ", -1)) {
      if (!pinyin.isEmpty()) {
        syllables.add(Syllable.of(pinyin));
      }
    }
    return syllables;
  }
}
