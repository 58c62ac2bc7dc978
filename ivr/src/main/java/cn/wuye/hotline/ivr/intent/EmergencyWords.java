package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.DialectPhrase;
import cn.wuye.hotline.ivr.dialect.Dialects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that mean danger, from data. Used in mid-turn on partial results by the telephone, and
 * on whole sentences by the dialog. Thread-safe; an answer takes about half a millisecond for a
 * sentence.
 */
public final class EmergencyWords {
  private static final String SHIPPED = "/intent/emergency.yml";

  /** Accents pass; two syllables of which no character is the same do not. */
  private static final double CERTAIN = 0.75;

  private final List<Entry> entries;
  private final Map<String, Emergency.Group> groups;
  private final NotMeant notMeant;

  private EmergencyWords(DataFile file) {
    Map<String, Emergency.Group> known = new LinkedHashMap<>();
    List<Entry> all = new ArrayList<>();
    Map<String, String> sets = sets(file.mapping("sets"));
    for (DataFile group : file.mappings("groups")) {
      String intent = group.text("intent");
      Emergency.Group danger =
          new Emergency.Group(
              group.text("code"),
              intent.substring(0, intent.indexOf('/')),
              intent.substring(intent.indexOf('/') + 1),
              group.text("vague", "false").equals("true"),
              group.text("advice"));
      known.put(danger.code(), danger);
      for (String phrase : group.texts("phrases")) {
        all.add(new Entry(Phrase.of(phrase, filled(phrase, sets), Tolerance.SOUNDS), danger));
      }
    }
    entries = List.copyOf(all);
    groups = Collections.unmodifiableMap(known);
    notMeant = new NotMeant(file);
  }

  private EmergencyWords(EmergencyWords other, List<Entry> entries) {
    this.entries = List.copyOf(entries);
    this.groups = other.groups;
    this.notMeant = other.notMeant;
  }

  private record Entry(Phrase phrase, Emergency.Group group) {}

  private static Map<String, String> sets(DataFile file) {
    Map<String, String> sets = new LinkedHashMap<>();
    for (String name : file.keys()) {
      sets.put("<" + name + ">", "(" + String.join("|", file.requiredTexts(name)) + ")");
    }
    return sets;
  }

  private static String filled(String phrase, Map<String, String> sets) {
    String filled = phrase;
    for (Map.Entry<String, String> set : sets.entrySet()) {
      filled = filled.replace(set.getKey(), set.getValue());
    }
    return filled;
  }

  /** The list that is shipped with the hotline, with what the dialects add to it. */
  public static EmergencyWords shipped() {
    EmergencyWords words = new EmergencyWords(DataFile.resource(SHIPPED));
    List<DangerPhrase> more = new ArrayList<>();
    for (Dialect dialect : Dialects.shipped().all()) {
      for (DialectPhrase phrase : dialect.emergencies()) {
        String standard = StandardWords.of(phrase.text());
        if (words.find(standard).isEmpty()) {
          more.add(new DangerPhrase(standard, phrase.meaning()));
        }
      }
    }
    return words.with(Set.of(), more);
  }

  /**
   * The same without some phrases and with a company's own.
   *
   * @param off phrases as they are written in the list
   * @param own each of a {@link #groups group} that there is
   */
  public EmergencyWords with(Set<String> off, List<DangerPhrase> own) {
    List<Entry> changed = new ArrayList<>();
    entries.stream().filter(each -> !off.contains(each.phrase.written())).forEach(changed::add);
    for (DangerPhrase each : own) {
      Emergency.Group group = groups.get(each.group());
      if (group == null) {
        throw new IllegalArgumentException("no kind of danger " + each.group());
      }
      changed.add(new Entry(Phrase.of(each.phrase(), Tolerance.SOUNDS), group));
    }
    return new EmergencyWords(this, changed);
  }

  /** The codes of the kinds of danger, in the order of the file. */
  public List<String> groups() {
    return List.copyOf(groups.keySet());
  }

  /** All phrases as they are written in the list. */
  public List<DangerPhrase> list() {
    return entries.stream()
        .map(each -> new DangerPhrase(each.phrase.written(), each.group.code()))
        .toList();
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
        if (notMeant.in(utterance, each.match, each.entry.phrase)) {
          innocent.add(each.match);
        }
      }
      // What overlaps a denied word is the same word heard another way ("[没有人]困在电梯", "关在电梯").
      found.removeIf(each -> innocent.stream().anyMatch(each.match::overlaps));
    }
    return found.stream()
        .max(Comparator.comparingDouble(Found::score))
        .map(best -> new Emergency(word(best, utterance), best.entry.group));
  }

  /** The phrase that was found; of one with choices what was heard. */
  private static String word(Found found, Utterance utterance) {
    if (!found.entry.phrase.hasChoices()) {
      return found.entry.phrase.text().replace("*", "");
    }
    return found.match.spans().stream()
        .map(span -> utterance.written(span.from(), span.to()))
        .collect(Collectors.joining());
  }

  private record Found(Entry entry, Match match) {
    double score() {
      return match.covered() * match.quality();
    }
  }
}
