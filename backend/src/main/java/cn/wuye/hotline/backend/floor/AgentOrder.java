package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.persistence.Coded;

/**
 * What a supervisor has done with an agent.
 *
 * @param extension of her phone
 * @param reason of a pause: letters, digits and hyphens; else empty
 */
public record AgentOrder(Kind kind, String extension, String reason) {
  /** What is to be done. */
  public enum Kind implements Coded {
    PAUSE("pause"),
    /** The pause, or the wrap-up that a pause has made longer, ends. */
    RESUME("resume"),
    /** She is in no queue any more; she signs in again herself. */
    SIGN_OUT("sign-out");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * @throws IllegalArgumentException when extension or reason are none
   */
  public AgentOrder {
    if (!extension.matches("[0-9]{2,10}")) {
      throw new IllegalArgumentException("no extension: '" + extension + "'");
    }
    if (!reason.matches("[a-z0-9-]{0,20}")) {
      throw new IllegalArgumentException("no reason: '" + reason + "'");
    }
  }

  /** What came of it. */
  public enum Outcome {
    DONE,
    /** Asterisk does not know her, or does not want to. */
    REFUSED,
    /** Her node or its Asterisk cannot be reached. */
    AWAY
  }
}
