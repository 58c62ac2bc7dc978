package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;

/** Which tickets are wanted by their deadlines. */
public enum Due implements Coded {
  /** Something is late. */
  OVERDUE("overdue"),
  /** Something is due within the next hour. */
  WITHIN_HOUR("within-hour"),
  /** A helping department or a third party is late with its task (协同超时). */
  HELP_OVERDUE("help-overdue"),
  /**
   * Somebody above the owner was told of a deadline (已升级): a department's lead, the project
   * manager, headquarters. Holds for finished tickets as well, whose states the filter may exclude.
   */
  ESCALATED("escalated");

  private final String code;

  Due(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
