package cn.wuye.hotline.backend.survey.link;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.survey.FollowUp;
import cn.wuye.hotline.backend.survey.OpinionWords;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.SurveyHistory;
import cn.wuye.hotline.backend.survey.SurveyResult;
import cn.wuye.hotline.backend.survey.followup.Entered;
import cn.wuye.hotline.backend.survey.followup.EnteredAnswers;
import cn.wuye.hotline.backend.survey.matter.WrittenMatters;
import cn.wuye.hotline.backend.survey.sms.LateAnswers;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketNumbers;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.port.Solved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Surveys as the page shows and answers them. Who may do so is decided by the link. */
@Component
public class LinkedSurveys {
  private final SurveyRows surveys;
  private final AnswerRows said;
  private final EnteredAnswers answers;
  private final LateAnswers late;
  private final ResidentWishes wishes;
  private final WrittenMatters matters;
  private final Tickets tickets;
  private final TicketNumbers numbers;
  private final Transactions transactions;

  LinkedSurveys(
      SurveyRows surveys,
      AnswerRows said,
      EnteredAnswers answers,
      LateAnswers late,
      ResidentWishes wishes,
      WrittenMatters matters,
      Tickets tickets,
      TicketNumbers numbers,
      Transactions transactions) {
    this.surveys = surveys;
    this.said = said;
    this.answers = answers;
    this.late = late;
    this.wishes = wishes;
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

  /** What has become of what she sent. */
  public enum Fate {
    /** It is her answer. */
    TAKEN,
    /** She has answered here before: the form was sent twice. */
    TWICE,
    /** It came too late, and stands at the ticket as a note. */
    NOTED,
    /** It came too late and says no: a ticket that repeats hers was opened. */
    AGAIN
  }

  /**
   * Enters her answer. One that comes too late is a note at the ticket with all of it, and where it
   * says no and nobody sees to the ticket, a ticket that repeats it. An emergency in what she wrote
   * is a ticket on the spot.
   */
  public Fate answer(long id, Entered entered) {
    boolean danger = danger(entered);
    boolean late = unsolved(entered) && find(id).filter(LinkedSurveys::over).isPresent();
    TicketNumber number = danger || late ? numbers.next() : null;
    return transactions.run(() -> answered(id, entered, danger, number));
  }

  /** Whether she writes of danger: then she is told whom to phone at once. */
  public boolean danger(Entered entered) {
    return matters.emergency(entered.comment());
  }

  private Fate answered(long id, Entered entered, boolean danger, @Nullable TicketNumber number) {
    Optional<Shown> before = find(id);
    boolean taken = answers.enter(id, AnswerChannel.LINK, "link:" + id, entered);
    if (before.isEmpty()) {
      return Fate.TWICE;
    }
    Ticket ticket = before.get().ticket();
    if (danger && number != null) {
      open(number, Origin.of("survey-link", Long.toString(id)), ticket, entered.comment());
    }
    if (taken) {
      return Fate.TAKEN;
    }
    return byLink(id) ? Fate.TWICE : late(id, ticket, entered, danger ? null : number);
  }

  /**
   * @param number for a ticket; null where none is to be opened
   */
  private Fate late(long id, Ticket ticket, Entered entered, @Nullable TicketNumber number) {
    if (entered.declined()) {
      Optional.ofNullable(ticket.contents().reporter().residentId()).ifPresent(wishes::declined);
    }
    String words = words(entered);
    if (number != null && unsolved(entered) && !late.seenTo(ticket)) {
      open(number, Origin.of("survey-link-late", Long.toString(id)), ticket, words);
      return Fate.AGAIN;
    }
    matters.note(ticket.number(), Channel.WEB, words);
    return Fate.NOTED;
  }

  private void open(TicketNumber number, Origin origin, Ticket about, String words) {
    matters.open(number, origin, Channel.WEB, about.contents().reporter().phone(), words, about);
  }

  private static boolean over(Shown shown) {
    return shown.stage() != Stage.OPEN;
  }

  private static boolean unsolved(Entered entered) {
    return entered.solved().filter(answer -> answer != Solved.SOLVED).isPresent()
        || entered.satisfaction().filter(Satisfaction::bad).isPresent();
  }

  /** All that she has answered. */
  private static String words(Entered entered) {
    List<String> parts = new ArrayList<>(OpinionWords.of(entered.solved(), entered.satisfaction()));
    if (entered.declined()) {
      parts.add("以后不要回访");
    }
    if (!entered.comment().isBlank()) {
      parts.add(entered.comment().strip());
    }
    return String.join("，", parts);
  }

  /** Whether it was answered here: then the same form was sent twice. */
  private boolean byLink(long id) {
    return said.said(id).stream().anyMatch(each -> each.channel() == AnswerChannel.LINK);
  }
}
