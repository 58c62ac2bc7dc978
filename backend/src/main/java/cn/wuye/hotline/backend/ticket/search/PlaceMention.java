package cn.wuye.hotline.backend.ticket.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A building, unit or room that a folded text names, in whichever form: 3号楼, 3栋, A座, 2单元, 501室,
 * 3-2-501, 3-501, 3#501.
 *
 * @param word the index word: {@code bld3}, {@code unt2}, {@code rom501}
 * @param from in the folded text
 * @param to exclusive
 */
record PlaceMention(String word, int from, int to) {
  static final String BUILDING = "bld";
  static final String UNIT = "unt";
  static final String ROOM = "rom";

  private static final String HOUSE = "(?<![0-9a-z])([0-9]{1,3}|[a-z][0-9]{0,2})";
  private static final String DASH = "\\s?[-‐–—#]\\s?";
  private static final List<Form> FORMS =
      List.of(
          new Form(
              HOUSE + DASH + "([0-9]{1,2}|[a-z])" + DASH + "([0-9]{3,4})(?![0-9]|-[0-9])",
              BUILDING,
              UNIT,
              ROOM),
          new Form(HOUSE + DASH + "([0-9]{3,4})(?![0-9]|-[0-9])", BUILDING, ROOM),
          new Form(HOUSE + "\\s?(?:号楼|号院|栋楼?|幢楼?|座|#楼?(?![0-9]))", BUILDING),
          new Form("(?<![0-9a-z])([0-9]{1,2}|[a-z])\\s?单元", UNIT),
          new Form("(?<![0-9])([0-9]{3,4})\\s?(?:号房间?|室|房间?)", ROOM));

  /** All of a folded text, in their order; none overlaps another's characters. */
  static List<PlaceMention> in(String folded) {
    StringBuilder left = new StringBuilder(folded);
    List<PlaceMention> found = new ArrayList<>();
    for (Form form : FORMS) {
      Matcher matcher = form.pattern.matcher(left.toString());
      while (matcher.find()) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
          found.add(
              new PlaceMention(
                  word(form.kinds.get(group - 1), matcher.group(group)),
                  matcher.start(),
                  matcher.end()));
        }
        for (int i = matcher.start(); i < matcher.end(); i++) {
          left.setCharAt(i, '\u0000');
        }
      }
    }
    found.sort(Comparator.comparingInt(PlaceMention::from));
    return found;
  }

  /** The word of a part of an address: room 0501 is room 501. */
  static String word(String kind, String value) {
    return kind + value.replaceFirst("^0+(?=[0-9])", "");
  }

  private record Form(Pattern pattern, List<String> kinds) {
    Form(String pattern, String... kinds) {
      this(Pattern.compile(pattern), List.of(kinds));
    }
  }
}
