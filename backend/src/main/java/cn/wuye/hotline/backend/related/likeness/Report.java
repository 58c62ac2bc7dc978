package cn.wuye.hotline.backend.related.likeness;

import java.time.Instant;

/**
 * What is compared of a ticket. Empty strings for what is not known.
 *
 * @param estate its id
 * @param category code
 * @param subcategory code
 * @param at when it was made
 * @param text the reporter's own words
 */
public record Report(
    String estate,
    String building,
    String unit,
    String room,
    String category,
    String subcategory,
    Instant at,
    String text) {
  private static final String OTHER = "other";

  boolean subcategoryKnown() {
    return !subcategory.isEmpty() && !subcategory.equals(OTHER);
  }
}
