package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.persistence.Coded;

/**
 * Somebody whom a caller can be handed on to.
 *
 * @param id stands for it in forms; tells nothing of the number
 * @param name as shown
 * @param number an extension or a telephone number; never shown
 */
public record Target(String id, Kind kind, String name, String number) {
  /** What kind of person. */
  public enum Kind implements Coded {
    AGENT("agent"),
    ON_DUTY("on-duty"),
    SERVICE_DESK("service-desk"),
    THIRD_PARTY("third-party");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  static Target of(Kind kind, String name, String number) {
    return new Target(
        kind.code() + ":" + Integer.toHexString((name + number).hashCode()), kind, name, number);
  }
}
