package cn.wuye.hotline.backend.recording;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What one side of a talk said in one go.
 *
 * @param fromMs when it begins, since the recording began
 * @param toMs when it ends, after {@code fromMs}
 * @param text never blank
 * @param confidence 0–1
 */
public record Utterance(Side side, long fromMs, long toMs, String text, double confidence) {
  /** Who speaks. */
  public enum Side implements Coded {
    AGENT("agent", "坐席"),
    CALLER("caller", "来电人");

    private final String code;
    private final String name;

    Side(String code, String name) {
      this.code = code;
      this.name = name;
    }

    @Override
    @JsonValue
    public String code() {
      return code;
    }
  }

  /** As a line of the plain text, in the language of the staff. */
  String line() {
    return side.name + "：" + text;
  }
}
