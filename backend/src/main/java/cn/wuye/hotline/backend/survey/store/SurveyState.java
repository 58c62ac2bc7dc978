package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Coded;
import java.util.Arrays;
import java.util.List;

/** Where a survey stands. */
public enum SurveyState implements Coded {
  /** She is to be called, or the time she is given to be reached runs. */
  PLANNED("planned"),
  /** A node has her on the line, or tries to. */
  CALLING("calling"),
  ANSWERED("answered"),
  /** Called in vain: no satisfied answer, and none of the other kind. */
  UNREACHED("unreached"),
  /** She wants no surveys. */
  DECLINED("declined"),
  /** Her number leads nowhere, or to somebody else: a person looks for her. */
  PERSON("person"),
  /** The ticket went on otherwise before she was asked. */
  WITHDRAWN("withdrawn");

  /** The codes of those that are {@link #open()}. */
  public static final List<String> OPEN =
      Arrays.stream(values()).filter(SurveyState::open).map(SurveyState::code).toList();

  private final String code;

  SurveyState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether an answer still decides what becomes of the ticket. */
  public boolean open() {
    return this == PLANNED || this == CALLING || this == PERSON;
  }
}
