package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Enters what was said into the database. When it is the end of the call, or comes after the call
 * was given up, what follows from it is done as well, before it counts as entered.
 */
@Component
class AnswerBook {
  private static final Pattern CALL = Pattern.compile("survey-([0-9]{1,18})-([0-9]{1,9})");

  private final AnswerRows answers;
  private final SurveyRows rows;
  private final SurveyPlan plan;
  private final Transactions transactions;

  AnswerBook(AnswerRows answers, SurveyRows rows, SurveyPlan plan, Transactions transactions) {
    this.answers = answers;
    this.rows = rows;
    this.plan = plan;
    this.transactions = transactions;
  }

  /**
   * Repeatable: what is there already changes nothing.
   *
   * @return whether its call was over
   */
  boolean enter(Said said) {
    transactions.run(
        () -> {
          answers.add(said);
          return true;
        });
    int attempt = attempt(said.source());
    if (said.item() == Item.ENDED || over(said.survey(), attempt)) {
      plan.outcome(said.survey(), attempt, CallOutcome.HUNG_UP, said.at());
      return true;
    }
    return false;
  }

  /**
   * Whether the call goes on no more. Waits for whoever gives it up at this moment and has not seen
   * the answer.
   */
  private boolean over(long survey, int attempt) {
    return transactions.run(
        () ->
            rows.locked(survey)
                .filter(
                    found -> found.state() == SurveyState.CALLING && found.attempts() == attempt)
                .isEmpty());
  }

  /** Which call it is, by its id; 0 for none of ours. */
  static long survey(String call) {
    Matcher matcher = CALL.matcher(call);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /**
   * The number of the attempt, by the id of its call as {@link
   * cn.wuye.hotline.backend.survey.store.Survey#call} made it; 0 for none.
   */
  static int attempt(String call) {
    Matcher matcher = CALL.matcher(call);
    return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
  }
}
