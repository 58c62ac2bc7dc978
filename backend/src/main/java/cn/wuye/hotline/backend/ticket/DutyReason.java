package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why something is not the company's duty (非物业职责). */
public enum DutyReason implements Coded {
  /** 业主专有部分: what belongs to one owner alone; a paid repair is offered. */
  PRIVATE_PART("private-part"),
  /** 保修期内由开发商负责. */
  DEVELOPER_WARRANTY("developer-warranty"),
  /** 供水、供电、燃气、供热、通信单位. */
  UTILITY("utility"),
  /** 公安、城管、消防、街道等部门. */
  AUTHORITY("authority"),
  /** 业主之间的民事纠纷, which is mediated but not decided. */
  CIVIL_DISPUTE("civil-dispute"),
  /** 业主大会、业主委员会. */
  OWNERS_ASSEMBLY("owners-assembly");

  private final String code;

  DutyReason(String code) {
    this.code = code;
  }

  /** Whether the company offers to do it for money. */
  public boolean paidRepair() {
    return this == PRIVATE_PART;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
