package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Labels;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the history: words that must all be there, and a month: 电梯 五月, "lift in
 * May", 2026-05, 2026年5月.
 *
 * @param month 1 to 12; null for any
 * @param year null for any
 */
record HistoryQuery(List<String> words, @Nullable Integer month, @Nullable Integer year) {
  private static final List<String> CHINESE =
      List.of("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月");
  private static final List<String> ENGLISH =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern MONTH =
      Pattern.compile(
          "(?:(20\\d\\d)\\s*[年-]\\s*)?"
              + "(?:(1[0-2]|0?[1-9])(?:月份?|(?<=-\\d\\d)(?!\\d))|(十[一二]?|[一二三四五六七八九])月份?)");
  private static final Pattern ENGLISH_MONTH =
      Pattern.compile(
          "\\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
              + "(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?\\b(?:\\s+(20\\d\\d))?");
  private static final Set<String> NOT_LOOKED_FOR =
      Set.of("in", "the", "of", "who", "changed", "谁", "改", "改了", "的", "谁改了");

  static HistoryQuery parse(String text) {
    String rest = text.strip().toLowerCase(Locale.ROOT);
    Integer month = null;
    Integer year = null;
    Matcher chinese = MONTH.matcher(rest);
    Matcher english = ENGLISH_MONTH.matcher(rest);
    if (chinese.find()) {
      month =
          chinese.group(2) == null
              ? Integer.valueOf(CHINESE.indexOf(chinese.group(3) + "月") + 1)
              : Integer.valueOf(chinese.group(2));
      year = chinese.group(1) == null ? null : Integer.valueOf(chinese.group(1));
      rest = rest.substring(0, chinese.start()) + " " + rest.substring(chinese.end());
    } else if (english.find()) {
      month = ENGLISH.indexOf(english.group(1).substring(0, 3)) + 1;
      year = english.group(2) == null ? null : Integer.valueOf(english.group(2));
      rest = rest.substring(0, english.start()) + " " + rest.substring(english.end());
    }
    List<String> words =
        Arrays.stream(rest.split("[\\s,，、。？?]+"))
            .filter(word -> !word.isEmpty() && !NOT_LOOKED_FOR.contains(word))
            .toList();
    return new HistoryQuery(words, month, year);
  }

  /**
   * Whether a change is looked for.
   *
   * @param about everything that it is about, in any language
   */
  boolean finds(Instant at, String about) {
    ZonedDateTime then = at.atZone(Labels.ZONE);
    String text = about.toLowerCase(Locale.ROOT);
    return (month == null || then.getMonthValue() == month)
        && (year == null || then.getYear() == year)
        && words.stream().allMatch(text::contains);
  }
}
