package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;

/** Which tickets are wanted by the due times of what is still waited for. */
public enum Due implements Coded {
  /** Something is late. */
  OVERDUE("overdue"),
  /** Something is due within the next hour. */
  WITHIN_HOUR("within-hour");

  private final String code;

  Due(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
