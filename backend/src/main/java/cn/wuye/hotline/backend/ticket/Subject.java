package cn.wuye.hotline.backend.ticket;

/**
 * What a ticket is about.
 *
 * @param category a code of {@link Categories}
 * @param subcategory a code of that category; empty string when only the category is known
 */
public record Subject(Kind kind, String category, String subcategory, Urgency urgency) {
  /** Whether people or property are in danger. */
  public boolean emergency() {
    return urgency == Urgency.EMERGENCY;
  }
}
