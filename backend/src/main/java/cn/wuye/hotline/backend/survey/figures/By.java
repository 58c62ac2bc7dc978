package cn.wuye.hotline.backend.survey.figures;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whose figures are wanted. */
public enum By implements Coded {
  /** Who was responsible by name when the work ended. */
  OWNER("owner", "c.owner"),
  /** The department that led. */
  DEPARTMENT("department", "c.department"),
  ESTATE("estate", "s.estate_id"),
  /** Only what a third party had a part in. */
  THIRD_PARTY("third-party", "c.third_party");

  private final String code;
  private final String column;

  By(String code, String column) {
    this.code = code;
    this.column = column;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  String column() {
    return column;
  }
}
