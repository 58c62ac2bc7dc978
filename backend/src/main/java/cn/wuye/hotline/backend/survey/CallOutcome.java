package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.persistence.Coded;

/** How a call to a resident ended. */
public enum CallOutcome implements Coded {
  /** She answered at least the first question. */
  ANSWERED("answered", false),
  /** She hung up before the first question was answered. */
  HUNG_UP("hung-up", true),
  /** It did not suit her. */
  POSTPONED("postponed", false),
  /** She wants no surveys. */
  DECLINED("declined", false),
  /** Somebody else has that number. */
  STRANGER("stranger", false),
  BUSY("busy", false),
  NO_ANSWER("no-answer", true),
  REJECTED("rejected", true),
  /** There is no such number, or it is switched off for good. */
  UNREACHABLE("unreachable", false),
  /** A machine answered, or nobody spoke: a short message was left. */
  MACHINE("machine", true),
  /** Our own side had no line, no Asterisk, or lost it: nobody was disturbed. */
  CONGESTION("congestion", false),
  /** The node died in it: whether it rang is not known, so it is not tried again at once. */
  LOST("lost", false);

  private final String code;
  private final boolean unreached;

  CallOutcome(String code, boolean unreached) {
    this.code = code;
    this.unreached = unreached;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether what follows depends on what she said in it. */
  public boolean said() {
    return this == ANSWERED || this == POSTPONED || this == DECLINED;
  }

  /** Whether she counts as phoned in vain. */
  public boolean unreached() {
    return unreached;
  }
}
