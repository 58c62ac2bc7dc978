package cn.wuye.hotline.backend.ticket;

import java.util.List;

/**
 * A category of tickets.
 *
 * @param zh its Chinese name
 * @param en its English name
 */
public record Category(String code, String zh, String en, List<Subcategory> subcategories) {

  /** A part of a category; its code is unique in the category only. */
  public record Subcategory(String code, String zh, String en) {}

  /** Whether it has a sub-category of this code; the empty string is none and always allowed. */
  boolean allows(String subcategory) {
    return subcategory.isEmpty()
        || subcategories.stream().anyMatch(sub -> sub.code().equals(subcategory));
  }
}
