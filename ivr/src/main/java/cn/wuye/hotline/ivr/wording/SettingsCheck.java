package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.wording.Finding.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what is wrong with settings. Without an error among the findings {@link Wording#of} makes a
 * wording that calls can be held with.
 */
public final class SettingsCheck {
  static final int MOST_PHRASES = 5000;
  static final int MOST_DANGERS = 500;
  static final int MOST_LINES = 6000;
  static final int MOST_DAYS = 200;

  /** Those of a dialect are one grammar in every answer. */
  static final int MOST_LEARNED = 500;

  private SettingsCheck() {}

  /**
   * What the settings speak of that is data elsewhere.
   *
   * @param categories codes of the categories
   * @param topics {@code category/subcategory}
   * @param estates ids of the estates
   * @param notOffered those of the categories and topics that new tickets do not get
   */
  public record Known(
      Set<String> categories, Set<String> topics, Set<String> estates, Set<String> notOffered) {
    public Known {
      categories = Set.copyOf(categories);
      topics = Set.copyOf(topics);
      estates = Set.copyOf(estates);
      notOffered = Set.copyOf(notOffered);
    }

    /** Where everything is offered. */
    public Known(Set<String> categories, Set<String> topics, Set<String> estates) {
      this(categories, topics, estates, Set.of());
    }

    boolean offered(String category, String subcategory) {
      return !notOffered.contains(category) && !notOffered.contains(category + "/" + subcategory);
    }

    boolean topic(String category, String subcategory) {
      return subcategory.isEmpty()
          ? categories.contains(category)
          : topics.contains(category + "/" + subcategory);
    }
  }

  /**
   * Checks all parts.
   *
   * @param company the company's name, for the greeting's length
   * @return errors and warnings, in the order of the parts; empty when there is nothing to say
   */
  public static List<Finding> of(DialogSettings settings, String company, Known known) {
    List<Finding> findings = new ArrayList<>();
    limit(findings, "estateLines", settings.estateLines().size(), MOST_LINES);
    limit(findings, "lexicon", settings.lexicon().size(), MOST_PHRASES);
    limit(findings, "lexiconOff", settings.lexiconOff().size(), MOST_PHRASES);
    limit(findings, "dangers", settings.dangers().size(), MOST_DANGERS);
    limit(findings, "learned", settings.learned().size(), MOST_LEARNED);
    limit(findings, "hours.days", settings.hours().days().size(), MOST_DAYS);
    if (findings.isEmpty()) {
      findings.addAll(new TextCheck(settings, company, known).findings());
      findings.addAll(KeyCheck.of(settings.keys(), known));
      findings.addAll(KeyCheck.notOffered(Wording.menu(settings).keys(), known));
      DangerCheck dangers = new DangerCheck(settings);
      findings.addAll(dangers.findings());
      findings.addAll(new LexiconCheck(settings, known, dangers.usable()).findings());
      findings.addAll(HoursCheck.of(settings.hours()));
      findings.addAll(LearnedCheck.of(settings.learned()));
    }
    return List.copyOf(findings);
  }

  /** Whether there is an error among findings. */
  public static boolean broken(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::error);
  }

  private static void limit(List<Finding> findings, String field, int count, int most) {
    if (count > most) {
      findings.add(Finding.of(field, Code.TOO_MUCH, most, count));
    }
  }
}
