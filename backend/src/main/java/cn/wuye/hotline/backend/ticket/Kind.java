package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a resident wants. */
public enum Kind implements Coded {
  /** 投诉 */
  COMPLAINT("complaint"),
  /** 意见 */
  OPINION("opinion"),
  /** 建议 */
  SUGGESTION("suggestion"),
  /** 咨询 */
  INQUIRY("inquiry"),
  /** 报修 */
  REPAIR("repair"),
  /** 表扬 */
  PRAISE("praise");

  private final String code;

  Kind(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
