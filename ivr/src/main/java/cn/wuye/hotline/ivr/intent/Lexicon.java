package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import java.util.ArrayList;
import java.util.List;

/** The phrases by which topics are recognised: {@code intent/lexicon.yml}. */
final class Lexicon {
  private static final int LONGEST_FILLER = 3;

  private final List<Topic> topics;
  private final List<String> denials;
  private final List<String> absences;
  private final List<Phrase> neutral;

  Lexicon(DataFile file) {
    topics = file.mappings("topics").stream().map(Topic::of).toList();
    denials = file.texts("denials");
    absences = file.texts("absences");
    neutral = file.texts("neutral").stream().map(Phrase::of).toList();
  }

  private Lexicon(Lexicon other, List<String> names) {
    topics = other.topics;
    denials = other.denials;
    absences = other.absences;
    List<Phrase> more = new ArrayList<>(other.neutral);
    names.stream().map(Phrase::of).forEach(more::add);
    neutral = List.copyOf(more);
  }

  /** The same with names that speak of no topic, whatever they sound like (阳光花园). */
  Lexicon withNames(List<String> names) {
    return new Lexicon(this, names);
  }

  static Lexicon shipped() {
    return new Lexicon(DataFile.resource("/intent/lexicon.yml"));
  }

  List<Topic> topics() {
    return topics;
  }

  /** All that speaks of any topic, without what is denied or part of a longer phrase. */
  List<Evidence> evidence(Utterance utterance) {
    List<Evidence> found = new ArrayList<>();
    for (Topic topic : topics) {
      for (Topic.Group group : topic.groups()) {
        for (Phrase phrase : group.phrases()) {
          for (Match match : phrase.findAll(utterance)) {
            if (!denied(utterance, match, group)) {
              found.add(new Evidence(topic, group, phrase, match));
            }
          }
        }
      }
    }
    List<Match> names = new ArrayList<>();
    neutral.forEach(phrase -> names.addAll(phrase.findAll(utterance)));
    List<Evidence> kept = new ArrayList<>();
    for (Evidence one : found) {
      boolean swallowed =
          names.stream().anyMatch(name -> name.swallows(one.match()))
              || found.stream()
                  .filter(other -> other.topic() != one.topic())
                  .anyMatch(other -> other.swallows(one));
      if (!swallowed) {
        kept.add(one);
      }
    }
    return kept;
  }

  private boolean denied(Utterance utterance, Match match, Topic.Group group) {
    String before = utterance.written(utterance.clauseStart(match.from()), match.from());
    return after(before, denials) || (group.fault() && endsWith(before, absences));
  }

  private static boolean after(String before, List<String> words) {
    for (int filler = 0; filler <= Math.min(LONGEST_FILLER, before.length()); filler++) {
      String between = before.substring(before.length() - filler);
      // "不是漏水是没有水": what comes after the second 是 is the matter itself.
      if (!between.contains("是")
          && endsWith(before.substring(0, before.length() - filler), words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(String text, List<String> words) {
    return words.stream().anyMatch(text::endsWith);
  }
}
