package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a ticket's state. */
public enum Verb implements Coded {
  ACCEPT("accept"),
  DISPATCH("dispatch"),
  START("start"),
  SOLVE("solve"),
  CALL_BACK("call-back"),
  ARCHIVE("archive"),
  REOPEN("reopen"),
  /** Not our duty. */
  DECLINE("decline"),
  NOT_CONFIRM("not-confirm"),
  WITHDRAW("withdraw"),
  /** Needs the number of the ticket that carries on. */
  MARK_DUPLICATE("mark-duplicate");

  private final String code;

  Verb(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
