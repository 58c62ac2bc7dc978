package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.intent.Match.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phrase of the lexicon. {@code 电梯*坏} has two parts that follow each other with at most {@value
 * #GAP} sounds between them; {@code =爆管} takes the characters only as they are written, for phrases
 * that sound like something harmless; {@code (老人|孩子)*晕} is either of them in its first part.
 */
final class Phrase {
  private static final int GAP = 8;

  private final String written;
  private final String text;
  private final List<List<PhrasePart>> parts;

  private Phrase(String written, String text, List<List<PhrasePart>> parts) {
    this.written = written;
    this.text = text;
    this.parts = parts;
  }

  static Phrase of(String written) {
    return of(written, Tolerance.ERRORS);
  }

  static Phrase of(String written, Tolerance usual) {
    return of(written, written, usual);
  }

  /**
   * The same with names of sets in it.
   *
   * @param filled with the sets in place of their names
   */
  static Phrase of(String written, String filled, Tolerance usual) {
    boolean exact = filled.startsWith("=");
    String text = exact ? filled.substring(1) : filled;
    List<List<PhrasePart>> parts = new ArrayList<>();
    for (String part : text.split("\\*", -1)) {
      parts.add(options(part, exact ? Tolerance.CHARACTERS : usual));
    }
    return new Phrase(written, text, List.copyOf(parts));
  }

  private static List<PhrasePart> options(String part, Tolerance tolerance) {
    boolean choice = part.startsWith("(") && part.endsWith(")");
    String inner = choice ? part.substring(1, part.length() - 1) : part;
    if (inner.contains("(") || inner.contains(")") || (!choice && inner.contains("|"))) {
      throw new IllegalArgumentException("a choice is a whole part of a phrase: '" + part + "'");
    }
    return Arrays.stream(inner.split("\\|", -1))
        .map(option -> PhrasePart.of(option, tolerance))
        .toList();
  }

  /** As it stands in the data. */
  String written() {
    return written;
  }

  /** As it stands in the data, without marks of matching. */
  String text() {
    return text;
  }

  /** Whether it is one run of characters, as a recogniser's grammar needs it. */
  boolean contiguous() {
    return parts.size() == 1 && parts.get(0).size() == 1;
  }

  /** Whether it says one thing or another. */
  boolean hasChoices() {
    return parts.stream().anyMatch(options -> options.size() > 1);
  }

  /** Every place where the phrase occurs; those of one choice do not overlap one another. */
  List<Match> findAll(Utterance utterance) {
    for (List<PhrasePart> options : parts) {
      if (options.stream().noneMatch(part -> part.possibleIn(utterance))) {
        return List.of();
      }
    }
    List<Match> found = new ArrayList<>();
    for (PhrasePart part : parts.get(0)) {
      int from = 0;
      for (PhrasePart.Found first : part.findAll(utterance)) {
        if (first.span().from() >= from) {
          Match match = continued(utterance, part, first);
          if (match != null) {
            found.add(match);
            from = match.to();
          }
        }
      }
    }
    return found;
  }

  private @Nullable Match continued(Utterance utterance, PhrasePart begun, PhrasePart.Found first) {
    List<Span> spans = new ArrayList<>(List.of(first.span()));
    double cost = first.cost();
    int sounds = begun.length();
    int end = first.span().to();
    for (List<PhrasePart> options : parts.subList(1, parts.size())) {
      PhrasePart nearest = null;
      PhrasePart.Found next = null;
      for (PhrasePart option : options) {
        PhrasePart.Found found =
            option.possibleIn(utterance) ? option.first(utterance, end, end + GAP) : null;
        if (found != null && (next == null || found.span().from() < next.span().from())) {
          nearest = option;
          next = found;
        }
      }
      if (nearest == null || next == null) {
        return null;
      }
      spans.add(next.span());
      cost += next.cost();
      sounds += nearest.length();
      end = next.span().to();
    }
    return new Match(List.copyOf(spans), 1 - cost / sounds);
  }

  @Override
  public String toString() {
    return text;
  }
}
