package cn.wuye.hotline.backend.ticket.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed into the search box, understood: all of it must be found. "幸福里3号楼 电梯" is an
 * estate, a building and a word.
 */
public final class SearchQuery {
  private static final int MOST_ESTATES = 200;
  // Short numbers belong to their word (2楼, a1), long ones stand for themselves (501漏水).
  private static final Pattern PIECE = Pattern.compile("[0-9]{3,}|(?:(?![0-9]{3,}).)+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final List<Wanted> wanted;

  private SearchQuery(List<Wanted> wanted) {
    this.wanted = List.copyOf(wanted);
  }

  /**
   * @param estates that exist
   */
  public static SearchQuery of(String typed, List<EstateName> estates) {
    StringBuilder left = new StringBuilder(Folded.of(typed).text());
    List<Wanted> wanted = new ArrayList<>();
    for (PlaceMention mention : PlaceMention.in(left.toString())) {
      wanted.add(new Wanted.Place(mention.word()));
      for (int i = mention.from(); i < mention.to(); i++) {
        left.setCharAt(i, ' ');
      }
    }
    boolean placed = !wanted.isEmpty();
    for (String run : Folded.runs(left.toString()).split(" ")) {
      // 3号楼的电梯: what is left between place and word.
      if (!run.isEmpty()) {
        run(placed && run.length() > 1 && run.startsWith("的") ? run.substring(1) : run, estates)
            .forEach(wanted::add);
      }
    }
    return new SearchQuery(wanted.stream().distinct().toList());
  }

  private static List<Wanted> run(String run, List<EstateName> estates) {
    List<Wanted> wanted = new ArrayList<>();
    String rest = run;
    Optional<String> named = longestNameAtStart(run, estates);
    if (named.isPresent() && named.get().length() < run.length()) {
      wanted.add(new Wanted.Run(named.get(), called(named.get(), estates)));
      rest = run.substring(named.get().length());
    }
    Matcher piece = PIECE.matcher(rest);
    while (piece.find()) {
      String text = piece.group();
      wanted.add(
          DIGITS.matcher(text).matches()
              ? new Wanted.Digits(text)
              : new Wanted.Run(text, called(text, estates)));
    }
    return wanted;
  }

  private static Optional<String> longestNameAtStart(String run, List<EstateName> estates) {
    return estates.stream()
        .flatMap(estate -> estate.names().stream())
        .filter(run::startsWith)
        .max((a, b) -> Integer.compare(a.length(), b.length()));
  }

  private static List<Long> called(String text, List<EstateName> estates) {
    if (text.codePointCount(0, text.length()) < 2) {
      return List.of();
    }
    return estates.stream()
        .filter(estate -> estate.names().stream().anyMatch(name -> name.contains(text)))
        .map(EstateName::id)
        .limit(MOST_ESTATES)
        .toList();
  }

  /** Whether nothing can be looked for: only punctuation was typed. */
  public boolean isEmpty() {
    return wanted.isEmpty();
  }

  /** As conditions on {@code ticket_search s} and {@code ticket t}. */
  public SearchSql sql(boolean seesPhones) {
    return SearchSql.of(wanted, seesPhones);
  }

  /** A shown text in pieces, with those marked that were looked for. */
  public List<Piece> pieces(String shown) {
    return Highlighter.pieces(shown, wanted);
  }

  /** A piece of a text, as it stands there. */
  public record Piece(String text, boolean hit) {}
}
