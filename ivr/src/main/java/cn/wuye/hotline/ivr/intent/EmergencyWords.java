package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The words that mean danger, from data. Used in mid-turn on partial results by the telephone, and
 * on whole sentences by the dialog. Thread-safe; an answer takes well under a millisecond for a
 * sentence.
 */
public final class EmergencyWords {
  private static final String SHIPPED = "/intent/emergency.yml";

  /** Accents pass; two syllables of which no character is the same do not. */
  private static final double CERTAIN = 0.75;

  private final List<Entry> entries = new ArrayList<>();
  private final NotMeant notMeant;

  private EmergencyWords(DataFile file) {
    for (DataFile group : file.mappings("groups")) {
      String intent = group.text("intent");
      Emergency.Group danger =
          new Emergency.Group(
              group.text("code"),
              intent.substring(0, intent.indexOf('/')),
              intent.substring(intent.indexOf('/') + 1),
              group.text("vague", "false").equals("true"),
              group.text("advice"));
      for (String phrase : group.texts("phrases")) {
        entries.add(new Entry(Phrase.of(phrase, Tolerance.SOUNDS), danger));
      }
    }
    notMeant = new NotMeant(file);
  }

  private record Entry(Phrase phrase, Emergency.Group group) {}

  /** The list that is shipped with the hotline. */
  public static EmergencyWords shipped() {
    return new EmergencyWords(DataFile.resource(SHIPPED));
  }

  /**
   * The grammar for a keyword spotter: the words themselves, and phrases that hold one of them and
   * mean no danger, so that those are not heard as the word. Plain Chinese without spaces.
   */
  public List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.phrase.contiguous()) {
        phrases.add(entry.phrase.text());
      }
    }
    phrases.addAll(notMeant.phrases());
    return List.copyOf(phrases);
  }

  /**
   * The emergency word in what was understood so far, if there is one that is meant: not denied
   * ("没有人被困"), not feared ("怕着火"), not long past, not part of something harmless.
   *
   * @param partialText as recognised, spaces and unknown words in brackets allowed
   */
  public Optional<String> spotted(String partialText) {
    return find(partialText).map(Emergency::word);
  }

  /** Like {@link #spotted}, with what kind of danger it is. */
  public Optional<Emergency> find(String text) {
    return search(text, true);
  }

  /** Whether the text names a danger only to say that there is none. */
  public boolean denied(String text) {
    return find(text).isEmpty() && search(text, false).isPresent();
  }

  private Optional<Emergency> search(String text, boolean onlyMeant) {
    Utterance utterance = Utterance.of(text.replace("[unk]", "，"));
    List<Found> found = new ArrayList<>();
    for (Entry entry : entries) {
      entry.phrase.findAll(utterance).stream()
          .filter(match -> match.quality() >= CERTAIN)
          .forEach(match -> found.add(new Found(entry, match)));
    }
    if (onlyMeant && !found.isEmpty()) {
      List<Match> innocent = new ArrayList<>(notMeant.harmless(utterance));
      for (Found each : found) {
        if (notMeant.before(utterance, each.match)) {
          innocent.add(each.match);
        }
      }
      // What overlaps a denied word is the same word heard another way ("[没有人]困在电梯", "关在电梯").
      found.removeIf(each -> innocent.stream().anyMatch(each.match::overlaps));
    }
    return found.stream()
        .max(Comparator.comparingDouble(Found::score))
        .map(best -> new Emergency(best.entry.phrase.text().replace("*", ""), best.entry.group));
  }

  private record Found(Entry entry, Match match) {
    double score() {
      return match.covered() * match.quality();
    }
  }
}
