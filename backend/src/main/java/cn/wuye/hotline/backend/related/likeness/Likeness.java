package cn.wuye.hotline.backend.related.likeness;

import cn.wuye.hotline.backend.persistence.Coded;
import java.time.Duration;
import java.util.List;

/**
 * How much two reports look like one matter: 0–100 points, each with its reason, so that who
 * decides sees why. Place 35, category 25, time 15, words 25.
 *
 * @param reasons one for each thing compared, in this order
 */
public record Likeness(List<Reason> reasons) {
  /** From so many points on a ticket is offered as the same matter. */
  public static final int OFFERED = 60;

  private static final int PLACE = 35;
  private static final int CATEGORY = 25;
  private static final int TIME = 15;
  private static final int WORDS = 25;

  public Likeness {
    reasons = List.copyOf(reasons);
  }

  /** What was compared, and what came of it. */
  public enum Finding implements Coded {
    SAME_ROOM("same-room"),
    SAME_BUILDING("same-building"),
    OTHER_ROOM("other-room"),
    SAME_ESTATE("same-estate"),
    OTHER_BUILDING("other-building"),
    OTHER_ESTATE("other-estate"),
    SAME_SUBCATEGORY("same-subcategory"),
    SAME_CATEGORY("same-category"),
    OTHER_CATEGORY("other-category"),
    WITHIN_HOUR("within-hour"),
    WITHIN_DAY("within-day"),
    WITHIN_WEEK("within-week"),
    LONG_APART("long-apart"),
    /** How much of the words is the same, as written or as it sounds. */
    WORDS_ALIKE("words-alike");

    private final String code;

    Finding(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * Why there are so many points.
   *
   * @param points 0 to {@code most}
   * @param percent of words that are alike, 0–100; 0 for anything else
   */
  public record Reason(Finding finding, int points, int most, int percent) {}

  /** Compares two reports; the order does not matter. */
  public static Likeness of(Report one, Report other) {
    return new Likeness(
        List.of(place(one, other), category(one, other), time(one, other), words(one, other)));
  }

  /** 0–100. Reports of two estates are never alike. */
  public int points() {
    boolean apart =
        reasons.stream().map(Reason::finding).anyMatch(found -> found == Finding.OTHER_ESTATE);
    return apart ? 0 : reasons.stream().mapToInt(Reason::points).sum();
  }

  /** Whether it is worth showing to somebody who decides. */
  public boolean offered() {
    return points() >= OFFERED;
  }

  private static Reason place(Report one, Report other) {
    if (one.estate().isEmpty() || !one.estate().equals(other.estate())) {
      return new Reason(Finding.OTHER_ESTATE, 0, PLACE, 0);
    }
    if (one.building().isEmpty() || other.building().isEmpty()) {
      return new Reason(Finding.SAME_ESTATE, 15, PLACE, 0);
    }
    if (!one.building().equals(other.building())) {
      return new Reason(Finding.OTHER_BUILDING, 0, PLACE, 0);
    }
    if (differs(one.unit(), other.unit()) || differs(one.room(), other.room())) {
      return new Reason(Finding.OTHER_ROOM, 22, PLACE, 0);
    }
    return one.room().isEmpty() || other.room().isEmpty()
        ? new Reason(Finding.SAME_BUILDING, 30, PLACE, 0)
        : new Reason(Finding.SAME_ROOM, PLACE, PLACE, 0);
  }

  private static boolean differs(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  private static Reason category(Report one, Report other) {
    if (!one.category().equals(other.category())) {
      return new Reason(Finding.OTHER_CATEGORY, 0, CATEGORY, 0);
    }
    return one.subcategoryKnown() && one.subcategory().equals(other.subcategory())
        ? new Reason(Finding.SAME_SUBCATEGORY, CATEGORY, CATEGORY, 0)
        : new Reason(
            Finding.SAME_CATEGORY,
            one.subcategoryKnown() && other.subcategoryKnown() ? 8 : 15,
            CATEGORY,
            0);
  }

  private static Reason time(Report one, Report other) {
    Duration apart = Duration.between(one.at(), other.at()).abs();
    if (apart.compareTo(Duration.ofHours(1)) <= 0) {
      return new Reason(Finding.WITHIN_HOUR, TIME, TIME, 0);
    }
    if (apart.compareTo(Duration.ofDays(1)) <= 0) {
      return new Reason(Finding.WITHIN_DAY, 10, TIME, 0);
    }
    return apart.compareTo(Duration.ofDays(7)) <= 0
        ? new Reason(Finding.WITHIN_WEEK, 5, TIME, 0)
        : new Reason(Finding.LONG_APART, 0, TIME, 0);
  }

  private static Reason words(Report one, Report other) {
    double alike = Wording.alike(one.text(), other.text());
    return new Reason(
        Finding.WORDS_ALIKE, (int) Math.round(WORDS * alike), WORDS, (int) Math.round(100 * alike));
  }
}
