package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.backend.survey.followup.PhonedBack;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Enters what was said into the database. When it is the end of the call, or comes after the call
 * was given up, what follows from it is done as well, before it counts as entered: but not from
 * half of an answer, while the rest of it waits.
 */
@Component
class AnswerBook {
  private final AnswerRows answers;
  private final SurveyRows rows;
  private final SurveyPlan plan;
  private final PhonedBack back;
  private final Transactions transactions;

  AnswerBook(
      AnswerRows answers,
      SurveyRows rows,
      SurveyPlan plan,
      PhonedBack back,
      Transactions transactions) {
    this.answers = answers;
    this.rows = rows;
    this.plan = plan;
    this.back = back;
    this.transactions = transactions;
  }

  /**
   * Repeatable: what is there already changes nothing.
   *
   * @param followed whether more of the same call waits to be entered; asked once this is
   */
  void enter(Said said, BooleanSupplier followed) {
    transactions.run(
        () -> {
          answers.add(said);
          return true;
        });
    boolean end = said.item() == Item.ENDED;
    if (!end && (followed.getAsBoolean() || goesOn(said))) {
      return;
    }
    if (said.channel() == AnswerChannel.CALLBACK) {
      back.ended(said.survey(), said.told().source(), said.told().at());
    } else {
      plan.outcome(said.survey(), attempt(said), CallOutcome.HUNG_UP, said.told().at());
    }
  }

  /**
   * Whether the call goes on. Waits for whoever gives it up at this moment and has not seen the
   * answer.
   */
  private boolean goesOn(Said said) {
    return said.channel() == AnswerChannel.CALLBACK
        ? back.goesOn(said.survey(), said.told().source())
        : transactions.run(() -> asked(said));
  }

  private boolean asked(Said said) {
    return rows.locked(said.survey())
        .filter(found -> found.state() == SurveyState.CALLING)
        .filter(found -> found.attempts() == attempt(said))
        .isPresent();
  }

  /** 0 for none of ours. */
  private static int attempt(Said said) {
    return PlacedCall.of(said.told().source()).map(PlacedCall::attempt).orElse(0);
  }
}
