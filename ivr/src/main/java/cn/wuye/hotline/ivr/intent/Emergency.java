package cn.wuye.hotline.ivr.intent;

import java.util.Optional;

/**
 * A danger that was named.
 *
 * @param word the phrase of the list that was found
 * @param group what kind of danger it belongs to
 */
public record Emergency(String word, Group group) {

  /**
   * A kind of danger.
   *
   * @param code {@code trapped, fire, gas, electric, burst, life, violence}
   * @param category code of the ticket's category
   * @param subcategory code of the ticket's sub-category
   * @param vague whether it says that help is needed and not what happened: other words of the
   *     caller then tell the category
   * @param advice key of the prompt that tells the caller what to do until help comes
   */
  public record Group(
      String code, String category, String subcategory, boolean vague, String advice) {}

  /** The intent of the ticket that is opened for it. */
  public Intent intent() {
    return new Intent("repair", group.category, group.subcategory, "emergency", 1);
  }

  /** The same beside what the other words speak of. */
  Intent intent(Optional<Intent> ordinary) {
    return ordinary
        .filter(other -> group.vague && other.confidence() >= IntentReader.SURE)
        .filter(other -> !other.category().equals(group.category))
        .map(o -> new Intent(o.kind(), o.category(), o.subcategory(), "emergency", o.confidence()))
        .orElseGet(this::intent);
  }
}
