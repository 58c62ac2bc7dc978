package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Coded;

/** What somebody has to do after a survey. */
public enum TaskKind implements Coded {
  /** Phone her, within {@link cn.wuye.hotline.backend.survey.FollowUp#PERSON_WITHIN}. */
  PHONE("phone"),
  /** Do what is left of the work. */
  REST("rest"),
  /** Find out how she is reached. */
  FIND("find");

  private final String code;

  TaskKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
