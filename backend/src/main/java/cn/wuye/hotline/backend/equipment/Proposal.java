package cn.wuye.hotline.backend.equipment;

import cn.wuye.hotline.backend.persistence.Coded;
import java.time.Instant;

/**
 * A preventive work order that is proposed.
 *
 * @param complaints how many there were
 * @param days within how many
 */
public record Proposal(
    long id, Equipment equipment, Cause cause, int complaints, int days, Instant proposedAt) {

  /** Why. */
  public enum Cause implements Coded {
    /** Many complaints within a short time. */
    COMPLAINTS("complaints"),
    /** Some complaints, and it is old. */
    AGE("age");

    private final String code;

    Cause(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
