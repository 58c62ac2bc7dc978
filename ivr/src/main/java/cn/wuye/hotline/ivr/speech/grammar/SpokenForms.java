package cn.wuye.hotline.ivr.speech.grammar;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a written phrase is said: figures as numerals (12号楼 → 十二号楼, 502 → 五零二), 一 in rows of numerals
 * also as 幺, letters by their Chinese names (A栋 → 诶栋), # after a number as 号楼, punctuation left
 * out.
 */
final class SpokenForms {
  private static final String NUMERALS = "零一二三四五六七八九";
  private static final Pattern FIGURES = Pattern.compile("[0-9]+");
  private static final Pattern ROW_WITH_ONE =
      Pattern.compile("[零〇一二三四五六七八九幺]*一[零〇一二三四五六七八九幺]+|[零〇二三四五六七八九幺]+一");
  private static final Pattern ROMAN = Pattern.compile("[Ⅰ-Ⅻⅰ-ⅻ]");
  private static final Pattern NUMBER_SIGN = Pattern.compile("(?<=[0-9A-Za-z])#(?:号?(楼)|([栋幢座]))?");
  private static final int LONGEST_NUMBER = 2;
  private static final int WAYS_OF_LETTERS = 2;

  /**
   * Letter → the ways it is called; every model of Chinese has such characters, few have letters.
   */
  private static final Map<Character, List<String>> LETTERS = letters();

  private SpokenForms() {}

  static List<String> of(String phrase) {
    String plain = ROMAN.matcher(phrase).replaceAll(SpokenForms::romanNumber);
    plain = Normalizer.normalize(plain, Normalizer.Form.NFKC);
    plain = NUMBER_SIGN.matcher(plain).replaceAll(SpokenForms::numberSign);
    String said = FIGURES.matcher(plain).replaceAll(match -> number(match.group()));
    said = said.replaceAll("[^\\p{L}\\p{N}]", "");
    Set<String> forms = new LinkedHashSet<>();
    for (int way = 0; way < WAYS_OF_LETTERS; way++) {
      String named = named(said, way);
      forms.add(named);
      forms.add(replaceInRows(named, '一', '幺'));
      forms.add(named.replace('〇', '零'));
    }
    return new ArrayList<>(forms);
  }

  private static String romanNumber(MatchResult roman) {
    return String.valueOf(Character.getNumericValue(roman.group().charAt(0)));
  }

  /** 3#, 3#楼 → 3号楼; 3#栋 → 3栋. */
  private static String numberSign(MatchResult sign) {
    return sign.group(2) == null ? "号楼" : sign.group(2);
  }

  private static String named(String said, int way) {
    StringBuilder named = new StringBuilder();
    for (char c : said.toCharArray()) {
      List<String> names = LETTERS.get(Character.toUpperCase(c));
      named.append(names == null ? String.valueOf(c) : names.get(Math.min(way, names.size() - 1)));
    }
    return named.toString();
  }

  private static Map<Character, List<String>> letters() {
    Map<Character, List<String>> letters = new HashMap<>();
    for (String line : DataTable.lines("letters.txt")) {
      List<String> row = List.of(line.split("\\s+", -1));
      letters.put(row.get(0).charAt(0), row.subList(1, row.size()));
    }
    return Map.copyOf(letters);
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
