package cn.wuye.hotline.backend.ticket.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is found by.
 *
 * @param terms ASCII words for the full-text index, separated by blanks
 * @param body all texts in their folded form, to compare phrases with
 */
public record SearchDocument(String terms, String body) {
  /** Rises when documents are made in another way: those made by an older one are made again. */
  public static final int VERSION = 1;

  static final String DIGITS = "dig";
  static final String NUMBER = "num";
  static final String PHONE_TAIL = "tel";
  static final String PHONE = "tph";
  static final String ESTATE = "est";

  static final int SHORTEST_NUMBER_TAIL = 4;
  static final int SHORTEST_PHONE_TAIL = 4;
  static final int LONGEST_PHONE_TAIL = 11;
  private static final int LONG_DIGITS = 5;
  private static final Pattern DIGIT_RUN = Pattern.compile("[0-9]{1,60}");

  /**
   * The ticket as it stands; anything of it may be missing.
   *
   * @param number its whole number
   * @param estate the estate's id
   * @param phone the reporter's, digits with or without a '+'
   * @param texts what was said and written, the reporter's name included
   */
  public record Source(
      long number,
      @Nullable Long estate,
      String building,
      String unit,
      String room,
      @Nullable String phone,
      List<String> texts) {}

  public static SearchDocument of(Source ticket) {
    Set<String> words = new LinkedHashSet<>();
    List<String> body = new ArrayList<>();
    part(ticket.building(), PlaceMention.BUILDING, words, body);
    part(ticket.unit(), PlaceMention.UNIT, words, body);
    part(ticket.room(), PlaceMention.ROOM, words, body);
    ticket.texts().forEach(text -> text(text, words, body));
    if (ticket.estate() != null) {
      words.add(ESTATE + ticket.estate());
    }
    tails(NUMBER, Long.toString(ticket.number()), SHORTEST_NUMBER_TAIL, 20, words);
    if (ticket.phone() != null) {
      String digits = ticket.phone().replace("+", "");
      words.add(PHONE + digits);
      tails(PHONE_TAIL, digits, SHORTEST_PHONE_TAIL, LONGEST_PHONE_TAIL, words);
    }
    return new SearchDocument(String.join(" ", words), String.join(" ", body));
  }

  private static void text(String text, Set<String> words, List<String> body) {
    Folded folded = Folded.of(text);
    PlaceMention.in(folded.text()).forEach(mention -> words.add(mention.word()));
    String runs = folded.runs();
    if (runs.isEmpty()) {
      return;
    }
    body.add(runs);
    for (String run : runs.split(" ")) {
      words.addAll(Bigrams.words(run));
    }
    Matcher digits = DIGIT_RUN.matcher(runs);
    while (digits.find()) {
      words.add(DIGITS + digits.group());
      // Of a telephone number or a plate in the text people remember the end.
      if (digits.group().length() >= LONG_DIGITS) {
        tails(DIGITS, digits.group(), SHORTEST_PHONE_TAIL, 60, words);
      }
    }
  }

  /** A part of the address that stands in a field of its own: "3" there is a building, too. */
  private static void part(String value, String kind, Set<String> words, List<String> body) {
    String bare = Folded.of(value).text().strip();
    if (bare.matches("[0-9]{1,6}|[a-z][0-9]{0,2}")) {
      words.add(PlaceMention.word(kind, bare));
    }
    text(value, words, body);
  }

  private static void tails(
      String kind, String digits, int shortest, int longest, Set<String> words) {
    for (int length = shortest; length <= Math.min(longest, digits.length()); length++) {
      words.add(kind + digits.substring(digits.length() - length));
    }
  }
}
