package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;

/** Which tickets are wanted by the due times of what is still waited for. */
public enum Due implements Coded {
  /** Something is late. */
  OVERDUE("overdue"),
  /** Something is due within the next hour. */
  WITHIN_HOUR("within-hour"),
  /** A helping department or a third party is late with its task (协同超时). */
  HELP_OVERDUE("help-overdue");

  private final String code;

  Due(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
