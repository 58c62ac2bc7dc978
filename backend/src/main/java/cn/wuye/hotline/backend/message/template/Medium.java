package cn.wuye.hotline.backend.message.template;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a message is carried by. */
public enum Medium implements Coded {
  SMS("sms"),
  EMAIL("email"),
  /** Read on the phone. */
  VOICE("voice"),
  /** To a system rather than to people: it has no templates. */
  WEBHOOK("webhook");

  private final String code;

  Medium(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
