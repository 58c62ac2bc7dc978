package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.intent.DangerPhrase;
import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.intent.ShippedPhrase;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one company says and understands differently from what is shipped; the document of a
 * version. Immutable. It may hold anything that was typed: {@link SettingsCheck} tells what is
 * wrong.
 *
 * @param prompts entry of the catalogue → its words
 * @param estateLines id of an estate → what is said after the greeting to callers known to live
 *     there
 * @param keys what the keys 2–9 mean; empty for what is shipped
 * @param lexicon own phrases
 * @param lexiconOff phrases of the shipped lexicon that do not count
 * @param dangers own emergency words
 * @param dangersOff shipped emergency words that do not count, as they are written in the list
 * @param hours when the service desk is there
 * @param learned how phrases sound in dialects
 */
public record DialogSettings(
    Map<String, String> prompts,
    Map<String, String> estateLines,
    List<KeyMenu.Key> keys,
    List<LexiconPhrase> lexicon,
    List<ShippedPhrase> lexiconOff,
    List<DangerPhrase> dangers,
    List<String> dangersOff,
    Hours hours,
    List<LearnedPhrase> learned) {
  /** Nothing is changed. */
  public static final DialogSettings SHIPPED =
      new DialogSettings(
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Hours.ALWAYS,
          List.of());

  public DialogSettings {
    prompts = prompts == null ? Map.of() : copy(prompts);
    estateLines = estateLines == null ? Map.of() : copy(estateLines);
    keys = keys == null ? List.of() : List.copyOf(keys);
    lexicon = lexicon == null ? List.of() : List.copyOf(lexicon);
    lexiconOff = lexiconOff == null ? List.of() : List.copyOf(lexiconOff);
    dangers = dangers == null ? List.of() : List.copyOf(dangers);
    dangersOff = dangersOff == null ? List.of() : List.copyOf(dangersOff);
    hours = hours == null ? Hours.ALWAYS : hours;
    learned = learned == null ? List.of() : List.copyOf(learned);
  }

  /**
   * The service desk's hours, as typed.
   *
   * @param always the desk is there day and night; the rest does not matter then
   * @param week Monday to Sunday, each frames like {@code 08:30-12:00, 14:00-18:00}; empty for none
   * @param publicHolidays whether the public holidays and make-up working days that are shipped
   *     count
   * @param days own days; they overrule the public ones
   */
  public record Hours(boolean always, List<String> week, boolean publicHolidays, List<Day> days) {
    public static final Hours ALWAYS = new Hours(true, List.of(), true, List.of());

    public Hours {
      week = week == null ? List.of() : List.copyOf(week);
      days = days == null ? List.of() : List.copyOf(days);
    }
  }

  /**
   * Own days of rest or work.
   *
   * @param from {@code 2027-02-06}
   * @param to the last day, the same or later
   * @param name what people call it
   * @param frames when the desk is there on these days; empty: not at all
   */
  public record Day(String from, String to, String name, String frames) {}

  public DialogSettings withPrompts(Map<String, String> other) {
    return new DialogSettings(
        other, estateLines, keys, lexicon, lexiconOff, dangers, dangersOff, hours, learned);
  }

  public DialogSettings withEstateLines(Map<String, String> other) {
    return new DialogSettings(
        prompts, other, keys, lexicon, lexiconOff, dangers, dangersOff, hours, learned);
  }

  public DialogSettings withKeys(List<KeyMenu.Key> other) {
    return new DialogSettings(
        prompts, estateLines, other, lexicon, lexiconOff, dangers, dangersOff, hours, learned);
  }

  public DialogSettings withLexicon(List<LexiconPhrase> own, List<ShippedPhrase> off) {
    return new DialogSettings(
        prompts, estateLines, keys, own, off, dangers, dangersOff, hours, learned);
  }

  public DialogSettings withDangers(List<DangerPhrase> own, List<String> off) {
    return new DialogSettings(
        prompts, estateLines, keys, lexicon, lexiconOff, own, off, hours, learned);
  }

  public DialogSettings withHours(Hours other) {
    return new DialogSettings(
        prompts, estateLines, keys, lexicon, lexiconOff, dangers, dangersOff, other, learned);
  }

  public DialogSettings withLearned(List<LearnedPhrase> other) {
    return new DialogSettings(
        prompts, estateLines, keys, lexicon, lexiconOff, dangers, dangersOff, hours, other);
  }

  private static Map<String, String> copy(Map<String, String> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
