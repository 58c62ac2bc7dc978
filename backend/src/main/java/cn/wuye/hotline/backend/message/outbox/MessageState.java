package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a message stands. */
public enum MessageState implements Coded {
  /** It will be sent, now or later. */
  WAITING("waiting"),
  /** The provider has it. */
  SENT("sent"),
  /** The provider says that it arrived. */
  DELIVERED("delivered"),
  /** It was refused, or tried in vain to the last: somebody has to look. */
  DEAD("dead"),
  /** There is no way to the addressee: no channel, no number, no template. */
  UNSENDABLE("unsendable"),
  /** Phoned in vain, and the next in the list was phoned. */
  PASSED_ON("passed-on"),
  /** The addressee does not want it, or it is needed no more. */
  UNWANTED("unwanted");

  private final String code;

  MessageState(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** Whether a person may have it sent (again). */
  public boolean resendable() {
    return this == DEAD || this == UNSENDABLE;
  }
}
