package cn.wuye.hotline.backend.points;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.SurveySettled;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Thanks who is very satisfied, in the transaction that settles her survey. Of who is no known
 * resident the ledger says that there was nobody to thank.
 */
@Component
class Thanks {
  private final PointsRules rules;
  private final LedgerRows ledger;
  private final Clock clock;

  Thanks(PointsRules rules, LedgerRows ledger, Clock clock) {
    this.rules = rules;
    this.ledger = ledger;
    this.clock = clock;
  }

  @EventListener
  void on(SurveySettled event) {
    EstateId estate = event.ticket().contents().place().estateId();
    // Who says that it is not solved has pressed the 5 by mistake: the work begins again.
    boolean pleased =
        !event.result().dissatisfied()
            && event.result().satisfaction().equals(Optional.of(Satisfaction.VERY_SATISFIED));
    if (!pleased || estate == null) {
      return;
    }
    PointsRule rule = rules.of(estate);
    if (rule.used()) {
      Long resident = event.ticket().contents().reporter().residentId();
      ledger.thank(
          event.survey(),
          resident,
          event.ticket().number(),
          estate,
          resident == null ? 0 : rule.amount(),
          Utc.now(clock));
    }
  }
}
