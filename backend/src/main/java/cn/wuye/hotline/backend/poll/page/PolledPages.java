package cn.wuye.hotline.backend.poll.page;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollQuestion;
import cn.wuye.hotline.backend.poll.PollSaid;
import cn.wuye.hotline.backend.poll.PollState;
import cn.wuye.hotline.backend.poll.QuestionKind;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.poll.store.PollAnswerRows;
import cn.wuye.hotline.backend.poll.store.PollMessages;
import cn.wuye.hotline.backend.poll.store.PollResident;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.poll.store.PollRows;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.survey.store.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Polls as the page shows and answers them. Who may do so is decided by the link. */
@Component
public class PolledPages {
  private final PollRows polls;
  private final PollResidentRows rows;
  private final PollAnswerRows answers;
  private final ResidentWishes wishes;
  private final PollMessages messages;
  private final Transactions transactions;
  private final Clock clock;

  PolledPages(
      PollRows polls,
      PollResidentRows rows,
      PollAnswerRows answers,
      ResidentWishes wishes,
      PollMessages messages,
      Transactions transactions,
      Clock clock) {
    this.polls = polls;
    this.rows = rows;
    this.answers = answers;
    this.wishes = wishes;
    this.messages = messages;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What is shown.
   *
   * @param open whether her answers still count
   */
  public record ShownPoll(List<PollQuestion> questions, boolean open) {}

  /** What one resident is asked; empty when it is gone. */
  public Optional<ShownPoll> find(long asked) {
    return rows.find(asked)
        .flatMap(
            who ->
                polls
                    .find(who.poll(), EstateScope.ALL)
                    .map(poll -> new ShownPoll(poll.draft().questions(), open(who, poll))));
  }

  private static boolean open(PollResident who, Poll poll) {
    return who.state().open() && poll.state() != PollState.ENDED;
  }

  /**
   * Enters what she has answered.
   *
   * @param typed by question: a number that it takes, or her words; others are left out
   * @param stop whether she wants no surveys any more
   * @return false when it is over, or she has answered before
   */
  public boolean answer(long asked, Map<Integer, String> typed, boolean stop) {
    return transactions.run(() -> answered(asked, typed, stop));
  }

  private boolean answered(long asked, Map<Integer, String> typed, boolean stop) {
    Optional<PollResident> who = rows.locked(asked);
    Optional<Poll> poll = who.flatMap(each -> polls.find(each.poll(), EstateScope.ALL));
    if (who.isEmpty() || poll.isEmpty() || !open(who.get(), poll.get())) {
      return false;
    }
    Instant now = Utc.now(clock);
    int number = 0;
    for (PollQuestion question : poll.get().draft().questions()) {
      String value = typed.getOrDefault(question.number(), "");
      if (takes(question, value)) {
        number++;
        answers.add(said(asked, number, question, value, now));
      }
    }
    Long resident = who.get().resident();
    if (stop && resident != null) {
      wishes.declined(resident);
    }
    if (number > 0) {
      rows.settle(asked, AskedState.ANSWERED, now);
    } else if (stop) {
      rows.settle(asked, AskedState.DECLINED, now);
    } else {
      return false;
    }
    messages.withdraw(asked);
    return true;
  }

  /** Whether it answers the question. */
  public static boolean takes(PollQuestion question, String value) {
    return question.kind() == QuestionKind.WORDS
        ? !value.isBlank()
        : value.matches("[0-9]{1,2}") && question.kind().takes(Integer.parseInt(value));
  }

  private static PollSaid said(
      long asked, int number, PollQuestion question, String value, Instant now) {
    String source = "link:" + asked;
    return question.kind() == QuestionKind.WORDS
        ? new PollSaid(
            asked, Item.WORDS, question.number(), Told.written(source, number, value, now))
        : new PollSaid(asked, Item.ANSWER, question.number(), Told.of(source, number, value, now));
  }
}
