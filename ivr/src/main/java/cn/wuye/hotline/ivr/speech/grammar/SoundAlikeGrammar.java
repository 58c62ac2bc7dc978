package cn.wuye.hotline.ivr.speech.grammar;

import cn.wuye.hotline.ivr.speech.Recognized;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A choice among Chinese phrases for a model of another language, the phrases being spelled in its
 * syllables (the published SALAAM method). Such a model has no garbage word: single syllables
 * beside the phrases take up other speech, and an answer must be near its phrase and farther from
 * the next one.
 */
final class SoundAlikeGrammar implements Grammar {
  private static final int READINGS = 10;

  /** The greatest distance, less what the next phrase is farther. */
  private static final double FARTHEST = 0.14;

  private static final double FARTHEST_AT_ALL = 0.5;

  private final List<String> lines;
  private final List<String> unspellable;
  private final List<Candidate> candidates = new ArrayList<>();

  private record Candidate(String phrase, List<Jamo> sound) {}

  SoundAlikeGrammar(Spelling spelling, ModelWords words) {
    Set<String> all = new LinkedHashSet<>(spelling.lines());
    DataTable.words("hangul-beside.txt").stream().filter(words::has).forEach(all::add);
    lines = List.copyOf(all);
    unspellable = spelling.unspellable();
    spelling
        .phrases()
        .forEach(
            (syllables, form) ->
                candidates.add(new Candidate(form.phrase(), Jamo.of(String.join("", syllables)))));
  }

  @Override
  public List<String> phrases() {
    return lines;
  }

  @Override
  public int alternatives() {
    return READINGS;
  }

  @Override
  public List<String> unspellable() {
    return unspellable;
  }

  @Override
  public Recognized answer(List<Hypothesis> readings) {
    List<List<Jamo>> heard = readings.stream().map(each -> Jamo.of(each.text())).toList();
    String best = "";
    double nearest = 1;
    double second = 1;
    for (Candidate candidate : candidates) {
      double distance = distance(candidate, heard);
      if (distance < nearest) {
        second = candidate.phrase.equals(best) ? second : nearest;
        nearest = distance;
        best = candidate.phrase;
      } else if (distance < second && !candidate.phrase.equals(best)) {
        second = distance;
      }
    }
    boolean sure = nearest - (second - nearest) <= FARTHEST && nearest < FARTHEST_AT_ALL;
    return sure ? new Recognized(best, 1 - nearest, true) : Recognized.NOTHING;
  }

  private static double distance(Candidate candidate, List<List<Jamo>> heard) {
    return heard.stream().mapToDouble(each -> Jamo.distance(candidate.sound, each)).min().orElse(1);
  }

  /** What such a model hears in between is not fit to be shown. */
  @Override
  public String partial(String text) {
    return "";
  }
}
