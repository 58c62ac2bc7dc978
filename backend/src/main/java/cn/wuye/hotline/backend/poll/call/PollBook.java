package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollSaid;
import cn.wuye.hotline.backend.poll.store.PollAnswerRows;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.store.Item;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Enters what was said into the database. When it is the end of the call, or comes after the call
 * was given up, what follows from it is done as well, before it counts as entered.
 */
@Component
class PollBook {
  private final PollAnswerRows answers;
  private final PollResidentRows rows;
  private final PollOutcomes outcomes;
  private final PolledBack back;
  private final Transactions transactions;

  PollBook(
      PollAnswerRows answers,
      PollResidentRows rows,
      PollOutcomes outcomes,
      PolledBack back,
      Transactions transactions) {
    this.answers = answers;
    this.rows = rows;
    this.outcomes = outcomes;
    this.back = back;
    this.transactions = transactions;
  }

  /** Repeatable: what is there already changes nothing. */
  void enter(PollSaid said) {
    transactions.run(
        () -> {
          answers.add(said);
          return true;
        });
    boolean end = said.item() == Item.ENDED;
    Optional<PlacedCall> ours = PlacedCall.of(CallKind.POLL, said.told().source());
    if (ours.isEmpty()) {
      phonedBack(said, end);
    } else if (end || !goesOn(said.asked(), ours.get().attempt())) {
      outcomes.ended(said.asked(), ours.get().attempt(), CallOutcome.HUNG_UP, said.told().at());
    }
  }

  /** Each of her answers counts as soon as it is there: nobody waits for the end of her call. */
  private void phonedBack(PollSaid said, boolean end) {
    if (end) {
      back.ended(said.asked());
    }
    outcomes.phonedBack(said.asked(), said.told().source(), said.told().at());
  }

  /** Waits for whoever gives the call up at this moment and has not seen the answer. */
  private boolean goesOn(long asked, int attempt) {
    return transactions.run(
        () ->
            rows.locked(asked)
                .filter(who -> who.state() == AskedState.CALLING)
                .filter(who -> who.attempts() == attempt)
                .isPresent());
  }
}
