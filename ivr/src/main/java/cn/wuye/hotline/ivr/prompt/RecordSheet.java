package cn.wuye.hotline.ivr.prompt;

import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a voice has to record, numbered and on paper; and which piece a recorded file is of. */
public final class RecordSheet {
  private static final Pattern NUMBER = Pattern.compile("0*([1-9][0-9]{0,3})");
  private static final Pattern NUMBER_AND_KEY = Pattern.compile("[0-9]{1,4}[-_ .]+(.+)");

  private final List<Line> lines;

  /**
   * One thing to say.
   *
   * @param number from 1; for the piece's file when the key is too much to type
   * @param words what is to be said: the piece's own words, or those of the set's dialect
   * @param hint how to say it, in Chinese
   */
  public record Line(int number, Fixed piece, String words, String hint) {
    /** What its file may be called. */
    public String file() {
      return "%03d-%s.wav".formatted(number, key());
    }

    /** The key by which it is recorded, the same whatever its words are now. */
    public String key() {
      return RecordedPrompts.keyOf(piece);
    }

    /** Whether a dialect says it in other words than Mandarin. */
    public boolean inDialect() {
      return !words.equals(piece.text());
    }

    /** The words as a Mandarin synthesiser must be given them: 119 is 幺幺九. */
    public String said() {
      return new SpokenText(piece.text()).said();
    }
  }

  private RecordSheet(List<Line> lines) {
    this.lines = lines;
  }

  /** The sheet of a catalogue's pieces; pauses are nothing to say. */
  public static RecordSheet of(List<Fixed> pieces) {
    List<Line> lines = new ArrayList<>();
    for (Fixed piece : pieces) {
      if (Take.canBeRecorded(piece.text())) {
        lines.add(new Line(lines.size() + 1, piece, piece.text(), hint(piece)));
      }
    }
    return new RecordSheet(List.copyOf(lines));
  }

  /** The same for a set: in the words of its dialect, as far as these are known. */
  public RecordSheet in(VoiceSet set) {
    DialectPrompts dialects = DialectPrompts.shipped();
    return new RecordSheet(
        lines.stream()
            .map(
                line ->
                    new Line(
                        line.number,
                        line.piece,
                        dialects.words(set, line.piece).orElse(line.words),
                        line.hint))
            .toList());
  }

  /** In the order of the catalogue. */
  public List<Line> lines() {
    return lines;
  }

  /** What an estate's own set usually holds: its greeting, in two parts around where she lives. */
  public List<Line> greetings() {
    return lines.stream().filter(line -> line.key().matches("greeting(-[0-9]+)?")).toList();
  }

  /**
   * The piece that a file was recorded for, by its key ({@code greeting.m4a}, {@code
   * 001-greeting.wav}) or else by its number on the sheet ({@code 001.mp3}).
   */
  public Optional<Line> lineOf(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String name =
        (dot > 0 ? fileName.substring(0, dot) : fileName).toLowerCase(Locale.ROOT).strip();
    Matcher numbered = NUMBER_AND_KEY.matcher(name);
    String key = numbered.matches() ? numbered.group(1) : name;
    Optional<Line> byKey = lines.stream().filter(line -> line.key().equals(key)).findFirst();
    Matcher number = NUMBER.matcher(name);
    if (byKey.isPresent() || !number.matches()) {
      return byKey;
    }
    int wanted = Integer.parseInt(number.group(1));
    return lines.stream().filter(line -> line.number() == wanted).findFirst();
  }

  private static String hint(Fixed piece) {
    String key = RecordedPrompts.keyOf(piece);
    if (key.matches("(digit|number|unit|place|topic)-.*")) {
      return "拼接用：语调平，不像一句话的结尾";
    }
    if (key.matches(".*-\\d+") && !key.matches("(digit|number)-.*")) {
      return "拼接用：前后会接号码或地名，语调平";
    }
    return key.startsWith("advice-") || key.startsWith("emergency-") ? "沉着，清楚，稍慢" : "";
  }
}
