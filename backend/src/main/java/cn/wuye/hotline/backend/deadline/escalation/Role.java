package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.persistence.Coded;

/** The steps of the ladder, upwards. */
public enum Role implements Coded {
  /** 首接负责人: who is responsible by name. */
  OWNER("owner"),
  DEPARTMENT_LEAD("department-lead"),
  /** 项目经理 of the estate. */
  PROJECT_MANAGER("project-manager"),
  /** 总部. */
  HEADQUARTERS("headquarters");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
