package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.ivr.intent.Intent;

/**
 * What a ticket is about.
 *
 * @param category a code of {@link Categories}
 * @param subcategory a code of that category; empty string when only the category is known
 */
public record Subject(Kind kind, String category, String subcategory, Urgency urgency) {
  /** What was understood, as far as there are such codes: else a general complaint. */
  public static Subject of(Intent intent) {
    return new Subject(
        Coded.find(Kind.class, intent.kind()).orElse(Kind.COMPLAINT),
        intent.category(),
        intent.subcategory(),
        Coded.find(Urgency.class, intent.urgency()).orElse(Urgency.GENERAL));
  }

  /** The same as it is told on the phone. */
  public Intent intent() {
    return new Intent(kind.code(), category, subcategory, urgency.code(), 1);
  }

  /** Whether people or property are in danger. */
  public boolean emergency() {
    return urgency == Urgency.EMERGENCY;
  }
}
