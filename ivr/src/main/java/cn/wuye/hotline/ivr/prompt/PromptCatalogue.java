package cn.wuye.hotline.ivr.prompt;

import cn.wuye.hotline.ivr.data.DataFile;
import cn.wuye.hotline.ivr.data.Sha256;
import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import cn.wuye.hotline.ivr.prompt.Prompt.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything the hotline says, in one place: {@code prompts/zh.yml}. Immutable.
 *
 * <p>An entry with slots ({@code 工单号是，{number}。}) is cut at them; its fixed parts are called after
 * the entry, {@code ticket-opened-1}, {@code ticket-opened-2} and so on, and each is a file of its
 * own.
 */
public final class PromptCatalogue {
  private static final String SHIPPED = "/prompts/zh.yml";
  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

  /** Ends the file names of words that are not the shipped ones. */
  static final Pattern CHANGED = Pattern.compile("-x[0-9a-f]{8}$");

  private final Map<String, List<Part>> entries = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final String company;

  private PromptCatalogue(DataFile file, String company) {
    this.company = company;
    for (String key : file.keys()) {
      if (!KEY.matcher(key).matches()) {
        throw new IllegalStateException("prompt key is not in kebab-case: " + key);
      }
      String text = file.text(key);
      texts.put(key, text);
      entries.put(key, cut(key, text.replace("{company}", company), false));
    }
  }

  private PromptCatalogue(PromptCatalogue other, Map<String, String> changed) {
    company = other.company;
    entries.putAll(other.entries);
    texts.putAll(other.texts);
    changed.forEach(
        (key, text) -> {
          if (!text.equals(texts.put(key, text))) {
            entries.put(key, cut(key, text.replace("{company}", company), true));
          }
        });
  }

  private sealed interface Part {}

  private record Words(Fixed piece) implements Part {}

  private record Slot(String name) implements Part {}

  /**
   * The catalogue that is shipped.
   *
   * @param company the company's name as it is said in the greeting
   */
  public static PromptCatalogue shipped(String company) {
    return new PromptCatalogue(DataFile.resource(SHIPPED), company);
  }

  /**
   * The same with other words for some entries. Their pieces are called after their words, so that
   * no file and no recording made for the former words is played for them.
   *
   * @param changed key → words with the same slots; {@code {company}} is the company's name
   */
  public PromptCatalogue with(Map<String, String> changed) {
    return new PromptCatalogue(this, changed);
  }

  /** The words of an entry as they are written, with {@code {company}} and its other slots. */
  public String text(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no prompt " + key + " in the catalogue");
    }
    return text;
  }

  /** The words with the company's name in them. */
  public String named(String text) {
    return text.replace("{company}", company);
  }

  private static List<Part> cut(String key, String text, boolean changed) {
    List<Part> parts = new ArrayList<>();
    Matcher slot = SLOT.matcher(text);
    int end = 0;
    int count = 0;
    boolean whole = !slot.find();
    slot.reset();
    while (slot.find()) {
      if (slot.start() > end) {
        parts.add(words(key + "-" + ++count, text.substring(end, slot.start()), changed));
      }
      parts.add(new Slot(slot.group(1)));
      end = slot.end();
    }
    if (end < text.length()) {
      String name = whole ? key : key + "-" + (count + 1);
      parts.add(words(name, text.substring(end), changed));
    }
    return List.copyOf(parts);
  }

  private static Words words(String name, String text, boolean changed) {
    return new Words(new Fixed(changed ? name + "-x" + print(text) : name, text));
  }

  private static String print(String text) {
    return Sha256.of(text).substring(0, 8);
  }

  /** All fixed pieces, each once: what has to have a file before the first call. */
  public List<Fixed> fixed() {
    return entries.values().stream()
        .flatMap(List::stream)
        .filter(Words.class::isInstance)
        .map(part -> ((Words) part).piece)
        .toList();
  }

  /** The keys of the catalogue, in the order of the file. */
  public List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /** Whether there is such an entry. */
  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /**
   * An entry without slots.
   *
   * @throws IllegalArgumentException when there is no such entry or it has slots
   */
  public Prompt prompt(String key) {
    return prompt(key, Map.of());
  }

  /**
   * An entry with its slots filled.
   *
   * @throws IllegalArgumentException when there is no such entry, or one of its slots has no value
   */
  public Prompt prompt(String key, Map<String, List<Piece>> slots) {
    List<Part> parts = entries.get(key);
    if (parts == null) {
      throw new IllegalArgumentException("no prompt " + key + " in the catalogue");
    }
    List<Piece> pieces = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Words words) {
        pieces.add(words.piece);
      } else if (part instanceof Slot slot) {
        List<Piece> filled = slots.get(slot.name);
        if (filled == null) {
          throw new IllegalArgumentException("prompt " + key + " needs " + slot.name);
        }
        pieces.addAll(filled);
      }
    }
    return new Prompt(key, pieces);
  }

  /**
   * The piece of an entry that is one piece, for filling slots.
   *
   * @throws IllegalArgumentException when there is no such entry or it is not one fixed piece
   */
  public Piece piece(String key) {
    List<Piece> pieces = prompt(key).pieces();
    if (pieces.size() != 1) {
      throw new IllegalArgumentException("prompt " + key + " is not one piece");
    }
    return pieces.get(0);
  }
}
