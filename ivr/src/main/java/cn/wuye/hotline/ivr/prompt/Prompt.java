package cn.wuye.hotline.ivr.prompt;

import java.util.ArrayList;
import java.util.Arrays;
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

  /**
   * Somebody's own words as they were recorded, for this one prompt: kept nowhere. There is no file
   * of them, so where only files can be played they are left out, with what announces them.
   *
   * @param announcement said before them
   * @param pcm their sound, of the form that {@link PromptAudio#pcm} has
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Quote(Piece announcement, byte[] pcm) implements Piece {
    @Override
    public String text() {
      return announcement.text() + "（原话录音）";
    }

    /** The words with what announces them. */
    byte[] after(byte[] announced) {
      byte[] all = Arrays.copyOf(announced, announced.length + pcm.length);
      System.arraycopy(pcm, 0, all, announced.length, pcm.length);
      return all;
    }
  }

  /**
   * Words as somebody has recorded them for callers of this hour. Where only files can be played,
   * the synthesiser says them.
   *
   * @param pcm their sound, of the form that {@link PromptAudio#pcm} has
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Recording(String text, byte[] pcm) implements Piece {}

  public Prompt {
    pieces = List.copyOf(pieces);
  }

  /** This prompt followed by another; keeps this one's key. */
  public Prompt then(Prompt next) {
    List<Piece> all = new ArrayList<>(pieces);
    all.addAll(next.pieces);
    return new Prompt(key.isEmpty() ? next.key : key, all);
  }

  /** What of it can be played by files: no quotes, and no sound that was recorded on the spot. */
  public Prompt inFiles() {
    return new Prompt(
        key,
        pieces.stream()
            .filter(piece -> !(piece instanceof Quote))
            .map(piece -> piece instanceof Recording ? new Spoken(piece.text()) : piece)
            .toList());
  }

  /** The words of the whole prompt. */
  public String text() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }
}
