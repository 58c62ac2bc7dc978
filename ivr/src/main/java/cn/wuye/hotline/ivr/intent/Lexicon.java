package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The phrases by which topics are recognised: {@code intent/lexicon.yml}. */
final class Lexicon {
  private static final int LONGEST_FILLER = 3;

  private final List<Topic> topics;
  private final List<String> denials;
  private final List<String> absences;
  private final List<Phrase> neutral;
  private final List<Phrase> names;

  Lexicon(DataFile file) {
    topics = file.mappings("topics").stream().map(Topic::of).toList();
    denials = file.texts("denials");
    absences = file.texts("absences");
    neutral = file.texts("neutral").stream().map(Phrase::of).toList();
    names = List.of();
  }

  private Lexicon(Lexicon other, List<Topic> topics, List<Phrase> names) {
    this.topics = List.copyOf(topics);
    this.names = List.copyOf(names);
    neutral = other.neutral;
    denials = other.denials;
    absences = other.absences;
  }

  /** The same with names that speak of no topic, whatever they sound like (阳光花园). */
  Lexicon withNames(List<String> names) {
    List<Phrase> more = new ArrayList<>(this.names);
    names.stream().map(Phrase::of).forEach(more::add);
    return new Lexicon(this, topics, more);
  }

  /** The same without some phrases and with a company's own. */
  Lexicon with(Set<ShippedPhrase> off, List<LexiconPhrase> own) {
    Map<String, Topic> changed = new LinkedHashMap<>();
    Set<String> gone = new HashSet<>();
    off.forEach(each -> gone.add(each.topic() + " " + each.phrase()));
    topics.forEach(topic -> changed.put(topic.code(), without(topic, gone)));
    for (LexiconPhrase each : own) {
      Topic topic = changed.computeIfAbsent(each.topic(), Topic::own);
      List<Topic.Group> groups = new ArrayList<>(topic.groups());
      groups.add(group(each));
      changed.put(each.topic(), topic.with(groups));
    }
    return new Lexicon(this, List.copyOf(changed.values()), names);
  }

  private static Topic without(Topic topic, Set<String> gone) {
    if (gone.isEmpty()) {
      return topic;
    }
    List<Topic.Group> left = new ArrayList<>();
    for (Topic.Group group : topic.groups()) {
      List<Phrase> phrases =
          group.phrases().stream()
              .filter(phrase -> !gone.contains(topic.code() + " " + phrase.written()))
              .toList();
      left.add(
          new Topic.Group(
              group.weight(), group.kind(), group.urgency(), group.fault(), group.own(), phrases));
    }
    return topic.with(left);
  }

  private static Topic.Group group(LexiconPhrase own) {
    List<Phrase> phrases = new ArrayList<>(List.of(Phrase.of(own.phrase())));
    own.synonyms().stream().map(Phrase::of).forEach(phrases::add);
    return new Topic.Group(
        own.weight(), own.kind(), own.urgency(), false, true, List.copyOf(phrases));
  }

  /** All phrases of topics that are the hotline's business, in the order of the file. */
  List<ShippedPhrase> phrases() {
    List<ShippedPhrase> all = new ArrayList<>();
    for (Topic topic : topics) {
      if (!topic.foreign()) {
        for (Topic.Group group : topic.groups()) {
          group
              .phrases()
              .forEach(
                  phrase ->
                      all.add(new ShippedPhrase(topic.code(), phrase.written(), group.weight())));
        }
      }
    }
    return List.copyOf(all);
  }

  /** Those of them that are one run of characters, each as a company would add it. */
  List<LexiconPhrase> words() {
    List<LexiconPhrase> all = new ArrayList<>();
    for (Topic topic : topics) {
      for (Topic.Group group : topic.foreign() ? List.<Topic.Group>of() : topic.groups()) {
        for (Phrase phrase : group.phrases()) {
          if (phrase.contiguous()) {
            all.add(
                new LexiconPhrase(
                    phrase.text(),
                    List.of(),
                    topic.category(),
                    topic.subcategory(),
                    group.weight(),
                    group.kind(),
                    group.urgency()));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  static Lexicon shipped() {
    return new Lexicon(DataFile.resource("/intent/lexicon.yml"));
  }

  List<Topic> topics() {
    return topics;
  }

  /**
   * What was found in an utterance.
   *
   * @param evidence all that speaks of any topic, without what is denied or part of a longer phrase
   * @param silent what is denied, and names, which speak of nothing
   */
  record Findings(List<Evidence> evidence, List<Match> silent) {
    Findings {
      evidence = List.copyOf(evidence);
      silent = List.copyOf(silent);
    }

    /** What was said, with blanks for what is silent. */
    String audible(Utterance utterance) {
      StringBuilder text = new StringBuilder(utterance.written());
      for (Match match : silent) {
        for (Match.Span span : match.spans()) {
          text.replace(span.from(), span.to(), " ".repeat(span.length()));
        }
      }
      return text.toString();
    }

    /** Whether a company's own phrase is among it. */
    boolean own() {
      return evidence.stream().anyMatch(each -> each.group().own());
    }
  }

  /** All that speaks of any topic. */
  Findings findings(Utterance utterance) {
    List<Evidence> found = new ArrayList<>();
    List<Match> silent = new ArrayList<>();
    for (Topic topic : topics) {
      for (Topic.Group group : topic.groups()) {
        for (Phrase phrase : group.phrases()) {
          for (Match match : phrase.findAll(utterance)) {
            if (denied(utterance, match, group)) {
              silent.add(match);
            } else {
              found.add(new Evidence(topic, group, phrase, match));
            }
          }
        }
      }
    }
    List<Match> nothing = new ArrayList<>();
    names.forEach(name -> nothing.addAll(name.findAll(utterance)));
    silent.addAll(nothing);
    neutral.forEach(phrase -> nothing.addAll(phrase.findAll(utterance)));
    List<Evidence> kept = new ArrayList<>();
    for (Evidence one : found) {
      boolean swallowed =
          nothing.stream().anyMatch(name -> name.swallows(one.match()))
              || found.stream()
                  .filter(other -> other.topic() != one.topic())
                  .anyMatch(other -> other.swallows(one));
      if (!swallowed) {
        kept.add(one);
      }
    }
    return new Findings(kept, silent);
  }

  private boolean denied(Utterance utterance, Match match, Topic.Group group) {
    String before = utterance.written(utterance.clauseStart(match.from()), match.from());
    return after(before, denials)
        || (group.fault() && (endsWith(before, absences) || deniedInside(utterance, match)));
  }

  /** 我的卡没坏: the absence stands between the parts of the phrase. */
  private boolean deniedInside(Utterance utterance, Match match) {
    for (int i = 1; i < match.spans().size(); i++) {
      if (endsWith(
          utterance.written(match.spans().get(i - 1).to(), match.spans().get(i).from()),
          absences)) {
        return true;
      }
    }
    return false;
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
