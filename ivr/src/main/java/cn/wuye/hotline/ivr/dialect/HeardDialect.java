package cn.wuye.hotline.ivr.dialect;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the words of a sentence which dialect its speaker speaks: the one of whose own words
 * there are clearly more than of any other's. One word alone tells nothing, as everybody borrows
 * some. Thread-safe.
 */
public final class HeardDialect {
  private static final HeardDialect SHIPPED = new HeardDialect(Dialects.shipped());

  /** So many different words of its own a dialect needs. */
  private static final int LEAST = 2;

  /** So many more than the next one, Mandarin included, it needs. */
  private static final int LEAD = 2;

  /** So sure an engine must be of what it heard, in so many characters. */
  private static final double SURE = 0.6;

  private static final int SHORTEST = 4;

  /** And so much surer than any other, her own included. */
  private static final double SURER = 0.15;

  private final Map<String, Set<String>> words = new LinkedHashMap<>();
  private final int longest;

  HeardDialect(Dialects dialects) {
    dialects.all().forEach(each -> words.put(each.code(), simplified(each)));
    longest = words.values().stream().flatMap(Set::stream).mapToInt(String::length).max().orElse(0);
  }

  private static Set<String> simplified(Dialect dialect) {
    return dialect.words().keySet().stream().map(SimplifiedText::of).collect(Collectors.toSet());
  }

  /** By the words of the dialects that are shipped. */
  public static HeardDialect shipped() {
    return SHIPPED;
  }

  /**
   * What a sentence tells.
   *
   * @param dialect code; the empty string when it tells none, or Mandarin
   * @param why for the log: which dialects' words there are
   */
  public record Verdict(String dialect, String why) {
    private boolean tells() {
      return !dialect.isEmpty();
    }
  }

  /**
   * What an answer tells that engines of several dialects have heard: by the words that any of them
   * wrote down; where these tell nothing, by how sure the engines are.
   *
   * @param text what the caller's own engine made of it
   * @param confidence of that engine, 0–1; 1 when it tells none
   */
  public Verdict in(String text, double confidence, List<Hearing> others) {
    List<Verdict> verdicts =
        Stream.concat(
                Stream.of(in(text)),
                others.stream()
                    .filter(other -> believable(other, confidence))
                    .map(other -> in(other.text()))
                    .filter(Verdict::tells))
            .toList();
    List<String> told =
        verdicts.stream().filter(Verdict::tells).map(Verdict::dialect).distinct().toList();
    String why = verdicts.stream().map(Verdict::why).collect(Collectors.joining("; "));
    if (others.isEmpty() || told.size() == 1) {
      return new Verdict(told.isEmpty() ? "" : told.get(0), why);
    }
    return told.isEmpty() ? surest(confidence, others) : new Verdict("", "contradicting: " + why);
  }

  /** An engine for one dialect writes the words of that one, whatever is spoken. */
  private static boolean believable(Hearing other, double hers) {
    if (other.dialect().isEmpty()) {
      return true;
    }
    return other.confidence() < 1 ? other.confidence() > hers : hers < SURE;
  }

  /** An engine that tells no confidence, and one for several dialects, cannot be compared. */
  private static Verdict surest(double confidence, List<Hearing> others) {
    List<Hearing> sure =
        others.stream()
            .filter(other -> !other.dialect().isEmpty() && other.confidence() < 1)
            .filter(other -> other.text().length() >= SHORTEST)
            .sorted(Comparator.comparingDouble(Hearing::confidence).reversed())
            .toList();
    String why =
        sure.stream()
            .map(other -> "%s %.2f".formatted(other.dialect(), other.confidence()))
            .collect(Collectors.joining(", ", "by engines: hers %.2f, ".formatted(confidence), ""));
    if (sure.isEmpty() || confidence >= 1) {
      return new Verdict("", why);
    }
    Hearing best = sure.get(0);
    double next = Math.max(confidence, sure.size() > 1 ? sure.get(1).confidence() : 0);
    boolean clear = best.confidence() >= SURE && best.confidence() - next >= SURER;
    return new Verdict(
        clear && !best.dialect().equals(Dialects.MANDARIN) ? best.dialect() : "", why);
  }

  private record Found(String code, Set<String> words) {
    @Override
    public String toString() {
      return code + " " + String.join(",", words);
    }
  }

  /** What a sentence tells, in simplified or traditional characters. */
  public Verdict in(String text) {
    String simplified = SimplifiedText.of(text);
    List<Found> found =
        words.keySet().stream()
            .map(code -> new Found(code, found(simplified, code)))
            .filter(each -> !each.words.isEmpty())
            .sorted(Comparator.comparingInt((Found each) -> each.words.size()).reversed())
            .toList();
    String why = found.isEmpty() ? "no word of a dialect" : found.toString();
    if (found.isEmpty()) {
      return new Verdict("", why);
    }
    Found best = found.get(0);
    int next = found.size() > 1 ? found.get(1).words.size() : 0;
    boolean clear = best.words.size() >= LEAST && best.words.size() - next >= LEAD;
    boolean other = !best.code.equals(Dialects.MANDARIN);
    return new Verdict(clear && other ? best.code : "", why);
  }

  /** The words of a dialect in it; the longest wins, so that none is found inside another. */
  private Set<String> found(String text, String code) {
    Set<String> own = words.getOrDefault(code, Set.of());
    Set<String> found = new LinkedHashSet<>();
    int at = 0;
    while (at < text.length()) {
      String word = wordAt(text, at, own);
      if (word == null) {
        at++;
      } else {
        found.add(word);
        at += word.length();
      }
    }
    return found;
  }

  private @Nullable String wordAt(String text, int at, Set<String> own) {
    for (int length = Math.min(longest, text.length() - at); length > 0; length--) {
      String word = text.substring(at, at + length);
      if (own.contains(word)) {
        return word;
      }
    }
    return null;
  }
}
