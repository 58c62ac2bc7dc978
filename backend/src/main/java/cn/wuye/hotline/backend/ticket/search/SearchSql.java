package cn.wuye.hotline.backend.ticket.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A query as SQL. The full-text index finds the candidates; pairs of characters may stand apart in
 * them, so longer runs are compared with the body, too.
 *
 * @param conditions on {@code ticket_search s} and {@code ticket t}, all must hold
 * @param parameters their names begin with {@code search}
 */
public record SearchSql(List<String> conditions, Map<String, Object> parameters) {

  static SearchSql of(List<Wanted> wanted, boolean seesPhones) {
    List<String> index = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Wanted each : wanted) {
      if (each instanceof Wanted.Place place) {
        index.add("+" + place.word());
      } else if (each instanceof Wanted.Digits number) {
        index.add("+(" + String.join(" ", places(number.digits(), seesPhones)) + ")");
      } else if (each instanceof Wanted.Run run) {
        index.add(words(run));
        comparison(run, "search" + parameters.size(), parameters).ifPresent(conditions::add);
      }
    }
    conditions.add(0, "MATCH (s.terms) AGAINST (:searchTerms IN BOOLEAN MODE)");
    parameters.put("searchTerms", String.join(" ", index));
    return new SearchSql(conditions, parameters);
  }

  private static String words(Wanted.Run run) {
    String all =
        Bigrams.query(run.run()).stream().map(word -> "+" + word).collect(Collectors.joining(" "));
    if (run.estates().isEmpty()) {
      return all;
    }
    return run.estates().stream()
        .map(id -> SearchDocument.ESTATE + id)
        .collect(Collectors.joining(" ", "+(", " (" + all + "))"));
  }

  /**
   * Where a number may stand. Who sees phones masked finds them by what the mask shows (the last
   * four digits) or by the whole number: anything between would tell the rest digit by digit.
   */
  private static List<String> places(String digits, boolean seesPhones) {
    int length = digits.length();
    List<String> places = new ArrayList<>();
    places.add(SearchDocument.DIGITS + digits);
    places.add(SearchDocument.PHONE + digits);
    if (length >= SearchDocument.SHORTEST_NUMBER_TAIL) {
      places.add(SearchDocument.NUMBER + digits);
    }
    if (length == SearchDocument.SHORTEST_PHONE_TAIL
        || (seesPhones && length > SearchDocument.SHORTEST_PHONE_TAIL)) {
      places.add(SearchDocument.PHONE_TAIL + digits);
    }
    return places;
  }

  private static Optional<String> comparison(
      Wanted.Run run, String name, Map<String, Object> parameters) {
    String text = run.run();
    boolean digitAtEdge =
        Character.isDigit(text.charAt(0)) || Character.isDigit(text.charAt(text.length() - 1));
    if (text.codePointCount(0, text.length()) < 3 && !digitAtEdge) {
      // One pair is in the index as it is.
      return Optional.empty();
    }
    String compared;
    if (digitAtEdge) {
      // 3号 is not in 13号. Letters and digits only, so nothing in it is special.
      String before = Character.isDigit(text.charAt(0)) ? "(^|[^0-9])" : "";
      String after = Character.isDigit(text.charAt(text.length() - 1)) ? "([^0-9]|$)" : "";
      parameters.put(name, before + text + after);
      compared = "s.body REGEXP :" + name;
    } else {
      parameters.put(name, "%" + text + "%");
      compared = "s.body LIKE :" + name;
    }
    if (run.estates().isEmpty()) {
      return Optional.of(compared);
    }
    parameters.put(name + "estates", run.estates());
    return Optional.of("(" + compared + " OR t.estate_id IN (:" + name + "estates))");
  }
}
