package cn.wuye.hotline.ivr.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A dialect as data.
 *
 * @param code language tag: {@code cmn, yue, cmn-SC, wuu, nan, hak}
 * @param name as its speakers say it
 * @param called how callers call it, in standard words; the first is how the hotline does
 * @param english its English name
 * @param reviewed whether a native speaker has looked through it
 * @param accents what its speakers do not tell apart when they speak Mandarin
 * @param words as they are written → the standard words
 * @param complaints by which a topic is recognised
 * @param emergencies what is said in danger
 * @param prompts the hotline's own words in it, by the key of the prompt and with its slots; may be
 *     empty
 */
public record Dialect(
    String code,
    String name,
    List<String> called,
    String english,
    boolean reviewed,
    Set<AccentRule> accents,
    Map<String, String> words,
    List<DialectPhrase> complaints,
    List<DialectPhrase> emergencies,
    Map<String, String> prompts) {
  public Dialect {
    called = List.copyOf(called);
    accents = Set.copyOf(accents);
    words = Map.copyOf(words);
    complaints = List.copyOf(complaints);
    emergencies = List.copyOf(emergencies);
    prompts = Map.copyOf(prompts);
  }
}
