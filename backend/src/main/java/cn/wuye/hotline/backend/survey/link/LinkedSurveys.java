package cn.wuye.hotline.backend.survey.link;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.survey.FollowUp;
import cn.wuye.hotline.backend.survey.SurveyHistory;
import cn.wuye.hotline.backend.survey.SurveyResult;
import cn.wuye.hotline.backend.survey.followup.Entered;
import cn.wuye.hotline.backend.survey.followup.EnteredAnswers;
import cn.wuye.hotline.backend.survey.matter.WrittenMatters;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketNumbers;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Surveys as the page shows and answers them. Who may do so is decided by the link. */
@Component
public class LinkedSurveys {
  private final SurveyRows surveys;
  private final AnswerRows said;
  private final EnteredAnswers answers;
  private final WrittenMatters matters;
  private final Tickets tickets;
  private final TicketNumbers numbers;
  private final Transactions transactions;

  LinkedSurveys(
      SurveyRows surveys,
      AnswerRows said,
      EnteredAnswers answers,
      WrittenMatters matters,
      Tickets tickets,
      TicketNumbers numbers,
      Transactions transactions) {
    this.surveys = surveys;
    this.said = said;
    this.answers = answers;
    this.matters = matters;
    this.tickets = tickets;
    this.numbers = numbers;
    this.transactions = transactions;
  }

  /** Where a survey stands for whom it asks. */
  public enum Stage {
    /** It waits for her answer. */
    OPEN,
    /** She has answered, one way or another, and nothing more is to come. */
    ANSWERED,
    /** She has answered, and the work begins again. */
    AGAIN,
    /** She has answered, and a person phones her or does the rest. */
    PERSON,
    /** It is over without an answer. */
    OVER
  }

  /** What is shown. */
  public record Shown(Ticket ticket, Stage stage) {}

  /** The survey; empty when it is gone with its ticket. */
  public Optional<Shown> find(long id) {
    return surveys
        .find(id)
        .flatMap(
            survey ->
                tickets
                    .find(survey.ticket(), EstateScope.ALL)
                    .map(ticket -> new Shown(ticket, stage(survey))));
  }

  private Stage stage(Survey survey) {
    if (survey.state().open()) {
      return Stage.OPEN;
    }
    if (survey.state() != SurveyState.ANSWERED) {
      return Stage.OVER;
    }
    SurveyResult result = said.of(survey.id()).result();
    if (result.dissatisfied()) {
      return Stage.AGAIN;
    }
    return FollowUp.of(result, SurveyHistory.NONE).steps().contains(FollowUp.Step.ARCHIVE)
        ? Stage.ANSWERED
        : Stage.PERSON;
  }

  /**
   * Enters her answer. What she wrote is kept also when it comes too late for that, and an
   * emergency in it is a ticket on the spot.
   *
   * @return false when the survey was answered or closed before
   */
  public boolean answer(long id, Entered entered) {
    boolean danger = matters.emergency(entered.comment());
    TicketNumber number = danger ? numbers.next() : null;
    return transactions.run(() -> answered(id, entered, number));
  }

  private boolean answered(long id, Entered entered, @Nullable TicketNumber number) {
    Optional<Shown> before = find(id);
    boolean taken = answers.enter(id, AnswerChannel.LINK, "link:" + id, entered);
    before.ifPresent(
        shown -> {
          Ticket ticket = shown.ticket();
          if (number != null) {
            matters.open(
                number,
                Origin.of("survey-link", Long.toString(id)),
                Channel.WEB,
                ticket.contents().reporter().phone(),
                entered.comment(),
                ticket);
          } else if (!taken && !entered.comment().isBlank() && !byLink(id)) {
            matters.note(ticket.number(), Channel.WEB, entered.comment());
          }
        });
    return taken;
  }

  /** Whether it was answered here: then the same form was sent twice. */
  private boolean byLink(long id) {
    return said.said(id).stream().anyMatch(each -> each.channel() == AnswerChannel.LINK);
  }
}
