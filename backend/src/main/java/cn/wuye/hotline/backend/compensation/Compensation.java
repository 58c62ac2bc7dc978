package cn.wuye.hotline.backend.compensation;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A compensation.
 *
 * @param version rises with every step; to be carried through forms
 * @param estate of the ticket; null while unknown
 * @param cents what it is worth, in hundredths of a yuan
 * @param proposedBy login
 * @param decidedBy login of whoever approved, rejected or withdrew it; empty string while open
 * @param words why it was rejected; may be empty
 */
public record Compensation(
    long id,
    long version,
    TicketNumber ticket,
    @Nullable EstateId estate,
    Kind kind,
    long cents,
    String reason,
    State state,
    String proposedBy,
    Instant proposedAt,
    String decidedBy,
    @Nullable Instant decidedAt,
    String words) {

  /** In what form. */
  public enum Kind implements Coded {
    /** A management fee, or a part of it, that need not be paid. */
    FEE("fee"),
    VOUCHER("voucher"),
    OTHER("other");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** Where it stands. */
  public enum State implements Coded {
    PROPOSED("proposed"),
    APPROVED("approved"),
    REJECTED("rejected"),
    WITHDRAWN("withdrawn");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
