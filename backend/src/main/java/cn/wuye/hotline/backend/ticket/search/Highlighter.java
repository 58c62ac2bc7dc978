package cn.wuye.hotline.backend.ticket.search;

import cn.wuye.hotline.backend.ticket.search.SearchQuery.Piece;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a shown text what was looked for. */
final class Highlighter {
  private Highlighter() {}

  static List<Piece> pieces(String shown, List<Wanted> wanted) {
    Folded folded = Folded.of(shown);
    String text = folded.text();
    BitSet hits = new BitSet(shown.length());
    for (Wanted each : wanted) {
      if (each instanceof Wanted.Run run) {
        mark(Pattern.quote(run.run()), text, folded, hits);
      } else if (each instanceof Wanted.Digits number) {
        mark("(?<![0-9])" + number.digits() + "(?![0-9])", text, folded, hits);
      } else if (each instanceof Wanted.Place place) {
        for (PlaceMention mention : PlaceMention.in(text)) {
          if (mention.word().equals(place.word())) {
            hits.set(folded.originalFrom(mention.from()), folded.originalTo(mention.to()));
          }
        }
      }
    }
    return cut(shown, hits);
  }

  private static void mark(String pattern, String text, Folded folded, BitSet hits) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      hits.set(folded.originalFrom(matcher.start()), folded.originalTo(matcher.end()));
    }
  }

  private static List<Piece> cut(String shown, BitSet hits) {
    List<Piece> pieces = new ArrayList<>();
    for (int at = 0; at < shown.length(); ) {
      boolean hit = hits.get(at);
      int next = hit ? hits.nextClearBit(at) : hits.nextSetBit(at);
      int end = next < 0 ? shown.length() : Math.min(next, shown.length());
      pieces.add(new Piece(shown.substring(at, end), hit));
      at = end;
    }
    return pieces;
  }
}
