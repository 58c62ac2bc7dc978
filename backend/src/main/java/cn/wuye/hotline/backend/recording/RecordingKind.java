package cn.wuye.hotline.backend.recording;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** What of a call a recording holds. */
public enum RecordingKind implements Coded {
  /** Both sides of the whole call. */
  MIXED("mixed"),
  /** The caller's voice alone. */
  CALLER("caller"),
  /** What she left when nobody and nothing could talk with her. */
  MESSAGE("message"),
  /** The talk with agents: their side left, the caller's right. */
  TALK("talk");

  private final String code;

  RecordingKind(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
