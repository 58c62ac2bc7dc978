package cn.wuye.hotline.backend.related.incident;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.TicketNumber;

/** How a wish about an incident ended. Only the first two changed anything. */
public sealed interface IncidentResult {
  /** Done; or nothing had to be done, because it was like that already. */
  record Done(TicketNumber ticket) implements IncidentResult {}

  /** It was none; nothing more is to be done. */
  record Dismissed() implements IncidentResult {}

  /** There is no such ticket, incident or proposal for the one who asks. */
  record Unknown(String what) implements IncidentResult {}

  /** It cannot be done. */
  record Refused(Refusal why, String what) implements IncidentResult {}

  /**
   * Why something cannot be done about an incident. Each has a sentence that says what to do
   * instead: {@code problem.CODE.detail} in the bundles.
   */
  enum Refusal implements Coded {
    /** Somebody else was faster. */
    CHANGED("incident-changed"),
    /** The work on the ticket is over, or goes on as another one. */
    NOT_OPEN("incident-not-open"),
    /** The ticket belongs to no estate, so that nobody could be told. */
    NO_ESTATE("incident-no-estate"),
    /** It is one already. */
    ALREADY("incident-already"),
    /** The estate has no building of this name. */
    BUILDING_UNKNOWN("incident-building-unknown"),
    /** Somebody has decided about the proposal already. */
    DECIDED("incident-decided"),
    /** Of the reports none is open any more. */
    NO_REPORTS("incident-no-reports");

    private final String code;

    Refusal(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
