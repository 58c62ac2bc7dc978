package cn.wuye.hotline.ivr.intent;

/**
 * What a resident wants, in the codes of the requirements.
 *
 * @param kind {@code complaint, opinion, suggestion, inquiry, repair, praise}
 * @param category {@code facilities, staff, environment, security, fees, neighbour, other}
 * @param subcategory a code of the category; empty string when only the category is known
 * @param urgency {@code emergency, urgent, general, complex}
 * @param confidence 0–1
 */
public record Intent(
    String kind, String category, String subcategory, String urgency, double confidence) {
  /** A complaint of which nothing is known yet. */
  public static final Intent UNKNOWN = new Intent("complaint", "other", "other", "general", 0);

  /** Whether this is an emergency. */
  public boolean emergency() {
    return urgency.equals("emergency");
  }
}
