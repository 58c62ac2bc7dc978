package cn.wuye.hotline.ivr.speech.grammar;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A character for each Mandarin syllable with its tone that a model can hear: with them any sound
 * can be written down, also that of a language which the model was never made for.
 */
public final class ToneSyllables {
  private static final int FIRST = 0x4e00;
  private static final int LAST = 0x9fa5;

  private ToneSyllables() {}

  /** The characters, in an order that is always the same. */
  public static List<String> of(ModelWords words) {
    Map<String, String> bySound = new LinkedHashMap<>();
    for (int each = FIRST; each <= LAST; each++) {
      String character = Character.toString(each);
      if (words.has(character)) {
        List<String> sounds =
            PinyinHelper.toPinyinList(character.charAt(0), PinyinStyleEnum.NUM_LAST);
        // A character with several sounds would be heard for each of them.
        if (sounds.size() == 1) {
          bySound.putIfAbsent(sounds.get(0), character);
        }
      }
    }
    return List.copyOf(bySound.values());
  }
}
