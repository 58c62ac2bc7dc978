package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a complaint reached us. */
public enum Channel implements Coded {
  /** A call answered by the voice menu. */
  PHONE("phone"),
  /** Written by staff: walk-in, owners' meeting, a call taken by a person. */
  AGENT("agent"),
  /** The web form for phones. */
  WEB("web"),
  /** Mini-program, app, WeChat. */
  APP("app"),
  SMS("sms"),
  EMAIL("email"),
  /** A self-service terminal in the lobby. */
  TERMINAL("terminal"),
  /** Paper forms and older systems, in batches. */
  IMPORT("import"),
  /** Lift and fire sensors. */
  SENSOR("sensor"),
  /** Another system: ERP, access control, the city's 12345. */
  PARTNER("partner");

  private final String code;

  Channel(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
