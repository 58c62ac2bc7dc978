package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.persistence.Text;

/**
 * What stands in the fields of a call's ticket, as typed.
 *
 * @param category {@code facilities} or {@code facilities/lift}
 * @param estate id; empty while not chosen
 */
public record DraftFields(
    String text,
    String kind,
    String category,
    String urgency,
    String estate,
    String building,
    String unit,
    String room,
    String reporter) {
  private static final int LONGEST_TEXT = 8000;
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_CODE = 24;
  private static final int LONGEST_CATEGORY = 60;

  /** The same, cut where it could not be kept: a draft is never refused. */
  DraftFields fitted() {
    return new DraftFields(
        Text.fitted(text, LONGEST_TEXT),
        Text.fitted(kind, LONGEST_CODE),
        Text.fitted(category, LONGEST_CATEGORY),
        Text.fitted(urgency, LONGEST_CODE),
        Text.fitted(estate, LONGEST_CODE),
        Text.fitted(building, LONGEST_LINE),
        Text.fitted(unit, LONGEST_LINE),
        Text.fitted(room, LONGEST_LINE),
        Text.fitted(reporter, LONGEST_LINE));
  }
}
