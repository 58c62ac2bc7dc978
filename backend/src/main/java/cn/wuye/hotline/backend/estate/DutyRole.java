package cn.wuye.hotline.backend.estate;

import cn.wuye.hotline.backend.persistence.Coded;

/** What a phone of a duty list is rung for. */
public enum DutyRole implements Coded {
  /** 服务台: whoever answers questions in working hours. */
  SERVICE_DESK("service-desk"),
  /** 值班: whoever must come, day and night. */
  ON_DUTY("on-duty");

  private final String code;

  DutyRole(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
