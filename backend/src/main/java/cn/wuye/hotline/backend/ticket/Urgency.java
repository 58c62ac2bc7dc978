package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;

/** How soon somebody must see to it. */
public enum Urgency implements Coded {
  /** 紧急: danger to people or property. */
  EMERGENCY("emergency", Duration.ofMinutes(5)),
  URGENT("urgent", Duration.ofMinutes(30)),
  /** 一般. */
  GENERAL("general", Duration.ofHours(2)),
  /** 复杂: several departments, or rules to be looked up. */
  COMPLEX("complex", Duration.ofHours(2));

  private final String code;
  private final Duration acceptWithin;

  Urgency(String code, Duration acceptWithin) {
    this.code = code;
    this.acceptWithin = acceptWithin;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** Whether what is of this urgency may wait less long than what is of the other. */
  public boolean above(Urgency other) {
    return rank() > other.rank();
  }

  private int rank() {
    return switch (this) {
      case EMERGENCY -> 2;
      case URGENT -> 1;
      case GENERAL, COMPLEX -> 0;
    };
  }

  /** Within what time the reporter hears from a person; the default of the house. */
  public Duration acceptWithin() {
    return acceptWithin;
  }
}
