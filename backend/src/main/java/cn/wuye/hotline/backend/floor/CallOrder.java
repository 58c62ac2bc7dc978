package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.persistence.Coded;

/**
 * What a supervisor has done with the call of an agent.
 *
 * @param agent extension of who talks
 * @param call the caller's channel as it was shown; empty for {@link Kind#LEAVE}
 * @param phone extension of the supervisor; empty where none is needed
 */
public record CallOrder(Kind kind, String agent, String call, String phone) {
  /** What is to be done. */
  public enum Kind implements Coded {
    /** She hears both, and nobody hears her. */
    LISTEN("listen"),
    /** The agent hears her, too. */
    WHISPER("whisper"),
    /** Both hear her. */
    BARGE("barge"),
    /** She listens no more. */
    LEAVE("leave"),
    /** She goes on with the caller, and the agent leaves. */
    TAKE_OVER("take-over"),
    /** The call ends. */
    HANG_UP("hang-up");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }

    /** Whether it needs a phone of the supervisor. */
    public boolean byPhone() {
      return this != HANG_UP;
    }
  }

  /**
   * @throws IllegalArgumentException when a part is none
   */
  public CallOrder {
    require("extension", agent, "[0-9]{2,10}");
    require("call", call, kind == Kind.LEAVE ? "" : "[A-Za-z0-9._-]{1,64}");
    require("phone", phone, kind.byPhone() ? "[0-9]{2,10}" : "");
  }

  private static void require(String what, String value, String pattern) {
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException("no " + what + ": '" + value + "'");
    }
  }

  /** What came of it. */
  public enum Outcome {
    /** Or is under way: her phone rings. */
    DONE,
    /** There is no such call any more. */
    OVER,
    /** She sits nowhere, and no phone is hers. */
    NO_SEAT,
    /** Her phone is at another node than the agent's. */
    ELSEWHERE,
    /** Her phone is not there, or busy. */
    NO_ANSWER,
    /** It does not fit to how things stand. */
    REFUSED,
    /** The node or its Asterisk cannot be reached. */
    AWAY
  }
}
