package cn.wuye.hotline.backend.compensation;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.TicketNumber;

/** How a wish about a compensation ended. Only the first changed anything. */
public sealed interface Decision {
  /** Done. */
  record Done(TicketNumber ticket) implements Decision {}

  /** There is no such ticket or compensation for who asks. */
  record Unknown() implements Decision {}

  /**
   * It cannot be done.
   *
   * @param limit up to which worth who asks may approve, in hundredths of a yuan
   */
  record Refused(TicketNumber ticket, Why why, long limit) implements Decision {}

  /** Why not; each has a sentence, {@code compensation.refused.CODE}. */
  enum Why implements Coded {
    /** Nobody approves or rejects what she has proposed herself. */
    OWN("own"),
    /** Worth more than she may approve. */
    OVER_LIMIT("over-limit"),
    /** Somebody was faster. */
    DECIDED("decided"),
    /** Only who proposed it withdraws it. */
    NOT_HERS("not-hers"),
    /** A reason of at most 500 characters is needed. */
    REASON("reason"),
    /** The worth is no amount, or too high. */
    AMOUNT("amount");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
