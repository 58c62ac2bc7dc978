package cn.wuye.hotline.backend.ticket;

import java.util.List;
import java.util.Optional;

/**
 * A category of tickets.
 *
 * @param zh its Chinese name
 * @param en its English name
 * @param offered whether new tickets may get it; those that have it keep it all the same
 * @param subcategories in the order they are shown
 */
public record Category(
    String code, String zh, String en, boolean offered, List<Subcategory> subcategories) {

  public Category {
    subcategories = List.copyOf(subcategories);
  }

  /**
   * A part of a category; its code is unique in the category only.
   *
   * @param offered whether new tickets may get it, while its category is offered
   */
  public record Subcategory(String code, String zh, String en, boolean offered) {}

  /** Its part of this code. */
  public Optional<Subcategory> subcategory(String part) {
    return subcategories.stream().filter(sub -> sub.code().equals(part)).findFirst();
  }

  /** The same without what new tickets do not get. */
  Category offeredParts() {
    return new Category(
        code, zh, en, offered, subcategories.stream().filter(Subcategory::offered).toList());
  }

  /** Whether it has a sub-category of this code; the empty string is none and always allowed. */
  boolean allows(String part) {
    return part.isEmpty() || subcategory(part).isPresent();
  }

  /** Whether new tickets may have it with this part; the empty string is none. */
  boolean offers(String part) {
    return offered
        && (part.isEmpty() || subcategory(part).filter(Subcategory::offered).isPresent());
  }
}
