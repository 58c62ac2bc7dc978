package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An own phrase as typed.
 *
 * @param before the phrase that is changed; empty for a new one
 * @param synonyms separated by commas or blanks
 * @param weight a number as text
 */
record LexiconForm(
    Long base,
    String before,
    String phrase,
    String synonyms,
    String topic,
    String weight,
    String kind,
    String urgency,
    String note) {

  // Called by data binding: what was not sent is null.
  LexiconForm(
      @Nullable Long base,
      @Nullable String before,
      @Nullable String phrase,
      @Nullable String synonyms,
      @Nullable String topic,
      @Nullable String weight,
      @Nullable String kind,
      @Nullable String urgency,
      @Nullable String note) {
    this.base = base == null ? 0L : base;
    this.before = text(before);
    this.phrase = text(phrase);
    this.synonyms = text(synonyms);
    this.topic = text(topic);
    this.weight = text(weight);
    this.kind = text(kind);
    this.urgency = text(urgency);
    this.note = text(note);
  }

  static LexiconForm empty() {
    return new LexiconForm(0L, "", "", "", "", "3", "", "", "");
  }

  static LexiconForm of(LexiconPhrase own) {
    return new LexiconForm(
        0L,
        own.phrase(),
        own.phrase(),
        String.join("、", own.synonyms()),
        own.subcategory().isEmpty() ? own.category() : own.topic(),
        number(own.weight()),
        own.kind(),
        own.urgency(),
        "");
  }

  LexiconPhrase phraseRead() {
    return read(phrase, synonyms, topic, weight, kind, urgency);
  }

  /** What cannot be read as a number weighs nothing, which is refused with its range. */
  static LexiconPhrase read(
      String phrase, String synonyms, String topic, String weight, String kind, String urgency) {
    int slash = topic.indexOf('/');
    List<String> same =
        Stream.of(synonyms.split("[,，、;；\\s]+", -1)).filter(each -> !each.isBlank()).toList();
    return new LexiconPhrase(
        phrase,
        same,
        slash < 0 ? topic : topic.substring(0, slash),
        slash < 0 ? "" : topic.substring(slash + 1),
        weight.matches("\\d{1,3}([.,]\\d{1,3})?")
            ? Double.parseDouble(weight.replace(',', '.'))
            : 0,
        kind,
        urgency);
  }

  static String number(double weight) {
    return weight == Math.rint(weight) ? String.valueOf((long) weight) : String.valueOf(weight);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
