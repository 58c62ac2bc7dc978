package cn.wuye.hotline.ivr.speech.grammar;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Characters that a model does not know, written as others that it knows and that sound the same
 * (珺悦府 → 俊悦府): names have rare characters with common sounds.
 */
final class Homophones {
  private static final int TONES = 5;

  private final ModelWords words;

  Homophones(ModelWords words) {
    this.words = words;
  }

  /** The phrase in known characters; empty when one of it has no known character of its sound. */
  Optional<String> of(String phrase) {
    String[] readings = PinyinHelper.toPinyin(phrase, PinyinStyleEnum.NUM_LAST).split(" ", -1);
    if (readings.length != phrase.length()) {
      return Optional.empty();
    }
    StringBuilder known = new StringBuilder();
    for (int i = 0; i < readings.length; i++) {
      String written = phrase.substring(i, i + 1);
      Optional<String> as = words.has(written) ? Optional.of(written) : like(readings[i], written);
      if (as.isEmpty()) {
        return Optional.empty();
      }
      known.append(as.get());
    }
    return Optional.of(known.toString());
  }

  private Optional<String> like(String reading, String written) {
    if (reading.equals(written)) {
      return Optional.empty();
    }
    return known(reading)
        .or(
            () -> {
              String toneless = reading.substring(0, reading.length() - 1);
              return IntStream.rangeClosed(1, TONES)
                  .mapToObj(tone -> known(toneless + tone))
                  .flatMap(Optional::stream)
                  .findFirst();
            });
  }

  /** The one with the fewest other readings: the engine may hear any of them. */
  private Optional<String> known(String reading) {
    List<String> sameSound = PinyinHelper.samePinyinList(reading);
    return sameSound == null
        ? Optional.empty()
        : sameSound.stream()
            .filter(each -> each.length() == 1 && words.has(each))
            .min(Comparator.comparingInt(each -> readings(each, reading)));
  }

  private static int readings(String character, String wanted) {
    List<String> all = PinyinHelper.toPinyinList(character.charAt(0), PinyinStyleEnum.NUM_LAST);
    return all.size() + (all.indexOf(wanted) == 0 ? 0 : 100);
  }
}
