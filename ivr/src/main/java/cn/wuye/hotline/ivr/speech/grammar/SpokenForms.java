package cn.wuye.hotline.ivr.speech.grammar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a written phrase is said: figures as numerals (12号楼 → 十二号楼, 502 → 五零二), 一 in rows of numerals
 * also as 幺, punctuation left out.
 */
final class SpokenForms {
  private static final String NUMERALS = "零一二三四五六七八九";
  private static final Pattern FIGURES = Pattern.compile("[0-9]+");
  private static final Pattern ROW_WITH_ONE =
      Pattern.compile("[零〇一二三四五六七八九幺]*一[零〇一二三四五六七八九幺]+|[零〇二三四五六七八九幺]+一");
  private static final int LONGEST_NUMBER = 2;

  private SpokenForms() {}

  static List<String> of(String phrase) {
    String said = FIGURES.matcher(phrase).replaceAll(match -> number(match.group()));
    said = said.replaceAll("[\\s\\p{Punct}，。、；：？！“”‘’（）《》·…—]", "");
    Set<String> forms = new LinkedHashSet<>();
    forms.add(said);
    forms.add(replaceInRows(said, '一', '幺'));
    forms.add(said.replace('〇', '零'));
    return new ArrayList<>(forms);
  }

  private static String replaceInRows(String said, char from, char to) {
    Matcher rows = ROW_WITH_ONE.matcher(said);
    return rows.replaceAll(row -> row.group().replace(from, to));
  }

  private static String number(String figures) {
    if (figures.length() > LONGEST_NUMBER || figures.startsWith("0")) {
      StringBuilder digits = new StringBuilder();
      figures.chars().forEach(digit -> digits.append(NUMERALS.charAt(digit - '0')));
      return digits.toString();
    }
    int value = Integer.parseInt(figures);
    if (value < 10) {
      return String.valueOf(NUMERALS.charAt(value));
    }
    String tens = value < 20 ? "" : String.valueOf(NUMERALS.charAt(value / 10));
    String ones = value % 10 == 0 ? "" : String.valueOf(NUMERALS.charAt(value % 10));
    return tens + "十" + ones;
  }
}
