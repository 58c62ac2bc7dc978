package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.search.SearchQuery;
import cn.wuye.hotline.backend.ticket.search.SearchQuery.Piece;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text in a row of the list: begins near what was looked for when that stands far behind. */
final class Excerpt {
  /** About as much as the two lines of a row show. */
  private static final int SHOWN = 60;

  private static final int BEFORE = 20;

  private Excerpt() {}

  static List<Piece> of(String text, @Nullable SearchQuery sought) {
    List<Piece> pieces = whole(text, sought);
    if (pieces.size() < 2 || pieces.get(0).hit() || pieces.get(0).text().length() <= SHOWN) {
      return pieces;
    }
    String first = pieces.get(0).text();
    // Not in the middle of a character of two.
    int from = first.offsetByCodePoints(first.length(), -BEFORE);
    List<Piece> cut = new ArrayList<>(pieces);
    cut.set(0, new Piece("…" + first.substring(from), false));
    return cut;
  }

  static List<Piece> whole(String text, @Nullable SearchQuery sought) {
    if (text.isBlank()) {
      return List.of();
    }
    return sought == null ? List.of(new Piece(text, false)) : sought.pieces(text);
  }
}
