package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;

/** Why a ticket cannot be as somebody wants it. */
public enum Invalidity implements Coded {
  UNKNOWN_CATEGORY("unknown-category"),
  /** It is there, but new tickets do not get it any more. */
  CATEGORY_NOT_OFFERED("category-not-offered"),
  UNKNOWN_ESTATE("unknown-estate"),
  UNKNOWN_RESIDENT("unknown-resident"),
  UNKNOWN_SURVIVOR("unknown-survivor"),
  /** A duplicate of itself, directly or by way of others. */
  CIRCULAR_DUPLICATE("circular-duplicate"),
  SURVIVOR_MISSING("survivor-missing"),
  /** The work on the ticket that is to carry on is over. */
  SURVIVOR_OVER("survivor-over"),
  /** The ticket that is to carry on waits longer than this one may. */
  LESS_URGENT_SURVIVOR("less-urgent-survivor"),
  /** Why it is not the company's duty. */
  DUTY_REASON_MISSING("duty-reason-missing");

  private final String code;

  Invalidity(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
