package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.intent.Match.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phrase of the lexicon. {@code 电梯*坏} has two parts that follow each other with at most {@value
 * #GAP} sounds between them; {@code =爆管} takes the characters only as they are written, for phrases
 * that sound like something harmless.
 */
final class Phrase {
  private static final int GAP = 8;

  private final String written;
  private final String text;
  private final List<PhrasePart> parts;

  private Phrase(String written, String text, List<PhrasePart> parts) {
    this.written = written;
    this.text = text;
    this.parts = parts;
  }

  static Phrase of(String written) {
    return of(written, Tolerance.ERRORS);
  }

  static Phrase of(String written, Tolerance usual) {
    boolean exact = written.startsWith("=");
    String text = exact ? written.substring(1) : written;
    List<PhrasePart> parts = new ArrayList<>();
    for (String part : text.split("\\*")) {
      parts.add(PhrasePart.of(part, exact ? Tolerance.CHARACTERS : usual));
    }
    return new Phrase(written, text, List.copyOf(parts));
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
    return parts.size() == 1;
  }

  /** Every place where the phrase occurs, from left to right, not overlapping one another. */
  List<Match> findAll(Utterance utterance) {
    for (PhrasePart part : parts) {
      if (!part.possibleIn(utterance)) {
        return List.of();
      }
    }
    List<Match> found = new ArrayList<>();
    int from = 0;
    for (PhrasePart.Found first : parts.get(0).findAll(utterance)) {
      if (first.span().from() >= from) {
        Match match = continued(utterance, first);
        if (match != null) {
          found.add(match);
          from = match.to();
        }
      }
    }
    return found;
  }

  private @Nullable Match continued(Utterance utterance, PhrasePart.Found first) {
    List<Span> spans = new ArrayList<>(List.of(first.span()));
    double cost = first.cost();
    int sounds = parts.get(0).length();
    int end = first.span().to();
    for (PhrasePart part : parts.subList(1, parts.size())) {
      PhrasePart.Found next = part.first(utterance, end, end + GAP);
      if (next == null) {
        return null;
      }
      spans.add(next.span());
      cost += next.cost();
      sounds += part.length();
      end = next.span().to();
    }
    return new Match(List.copyOf(spans), 1 - cost / sounds);
  }

  @Override
  public String toString() {
    return text;
  }
}
