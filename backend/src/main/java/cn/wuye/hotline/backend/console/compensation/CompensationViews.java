package cn.wuye.hotline.backend.console.compensation;

import cn.wuye.hotline.backend.compensation.Compensation;
import cn.wuye.hotline.backend.compensation.Compensation.State;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.Money;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import org.springframework.stereotype.Component;

/** Puts compensations into words. */
@Component
class CompensationViews {
  private final Labels labels;
  private final StaffNames staff;

  CompensationViews(Labels labels, StaffNames staff) {
    this.labels = labels;
    this.staff = staff;
  }

  /**
   * One, in words.
   *
   * @param mayDecide whether the reader may approve or reject it
   * @param mayWithdraw whether she proposed it and nobody has decided
   */
  record CompensationView(
      long id,
      long version,
      String ticket,
      String kind,
      String amount,
      String reason,
      String state,
      String tone,
      String proposed,
      String decided,
      String words,
      boolean mayDecide,
      boolean mayWithdraw) {}

  /**
   * @param limit up to which the reader may approve, in hundredths of a yuan; -1: nothing
   */
  CompensationView of(Compensation each, SignedInUser reader, long limit) {
    boolean open = each.state() == State.PROPOSED;
    boolean hers = each.proposedBy().equals(reader.getUsername());
    return new CompensationView(
        each.id(),
        each.version(),
        each.ticket().toString(),
        labels.name("compensation-kind", each.kind()),
        Money.of(each.cents()),
        each.reason(),
        labels.name("compensation-state", each.state()),
        tone(each.state()),
        labels.text(
            "compensation.proposed", staff.of(each.proposedBy()), labels.time(each.proposedAt())),
        each.decidedAt() == null
            ? ""
            : labels.text(
                "compensation.decided", staff.of(each.decidedBy()), labels.time(each.decidedAt())),
        each.words(),
        open && !hers && each.cents() <= limit,
        open && hers);
  }

  private static String tone(State state) {
    return switch (state) {
      case PROPOSED -> "warn";
      case APPROVED -> "ok";
      case REJECTED, WITHDRAWN -> "info";
    };
  }
}
