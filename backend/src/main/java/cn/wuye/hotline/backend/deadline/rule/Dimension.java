package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.persistence.Coded;

/**
 * What a rule can ask of a ticket; the order is that of their weight: a rule that names the third
 * party beats every rule that does not, and so on downwards.
 */
public enum Dimension implements Coded {
  THIRD_PARTY("third-party"),
  ESTATE("estate"),
  SUBCATEGORY("subcategory"),
  CATEGORY("category"),
  KIND("kind"),
  URGENCY("urgency");

  private final String code;

  Dimension(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** So that no number of lighter ones outweighs a heavier one. */
  int weight() {
    return 1 << URGENCY.compareTo(this);
  }
}
