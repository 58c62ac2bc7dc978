package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a clock waits for. */
public enum ClockKind implements Coded {
  /** 受理: somebody by name has taken it. */
  ACCEPT("accept", Rounds.ONCE),
  /** 首次回复: the reporter has heard from a person. */
  FIRST_RESPONSE("first-response", Rounds.ONCE),
  /** The resident's last unanswered message has been answered. */
  UPDATE("update", Rounds.MESSAGES),
  /** 派单: a crew or third party has the job. */
  DISPATCH("dispatch", Rounds.FRESH),
  /** 到场: the work has begun on the spot. */
  ON_SITE("on-site", Rounds.FRESH),
  /** 险情排除: no more danger, though not repaired. */
  MADE_SAFE("made-safe", Rounds.FRESH),
  /** 解决. */
  SOLVE("solve", Rounds.CONTINUED),
  /** 回访: the resident was asked. */
  CALL_BACK("call-back", Rounds.FRESH),
  /** 协同: a helping department or a third party has done its task. */
  HELP("help", Rounds.TASKS);

  /** What becomes of a clock when the ticket is re-opened. */
  public enum Rounds {
    /** It belongs to the first round; its result stays. */
    ONCE,
    /** A new clock with the whole time, from the re-opening. */
    FRESH,
    /** A new clock from the original start; the time the ticket was solved is left out. */
    CONTINUED,
    /** A new clock for each unanswered message. */
    MESSAGES,
    /** A clock for each task; the time the ticket was solved is left out. */
    TASKS
  }

  private final String code;
  private final Rounds rounds;

  ClockKind(String code, Rounds rounds) {
    this.code = code;
    this.rounds = rounds;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  public Rounds rounds() {
    return rounds;
  }
}
