package cn.wuye.hotline.ivr.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something the hotline says, put together from pieces that are played without a gap.
 *
 * @param key the key of the catalogue entry that leads the prompt; what a test caller {@code
 *     hears}; may be empty
 */
public record Prompt(String key, List<Piece> pieces) {

  /** One file's worth of sound. */
  public sealed interface Piece {
    /** The words of the piece, in Chinese. */
    String text();
  }

  /** An entry of the catalogue, recorded or synthesised once. */
  public record Fixed(String key, String text) implements Piece {}

  /**
   * Words that depend on data (an estate's name); synthesised when first needed and cached by text.
   */
  public record Spoken(String text) implements Piece {}

  public Prompt {
    pieces = List.copyOf(pieces);
  }

  /** This prompt followed by another; keeps this one's key. */
  public Prompt then(Prompt next) {
    List<Piece> all = new ArrayList<>(pieces);
    all.addAll(next.pieces);
    return new Prompt(key.isEmpty() ? next.key : key, all);
  }

  /** The words of the whole prompt. */
  public String text() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }
}
