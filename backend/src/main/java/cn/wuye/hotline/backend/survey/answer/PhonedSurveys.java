package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.CallingHours;
import cn.wuye.hotline.backend.survey.RetryPlan;
import cn.wuye.hotline.backend.survey.SurveyHistory;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.AttemptRows;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds what a call is about that was placed for a survey, while that call goes on. */
@Component
class PhonedSurveys implements SurveyCalls {
  private static final Logger log = LoggerFactory.getLogger(PhonedSurveys.class);
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final SurveyRows rows;
  private final AnswerRows answers;
  private final AttemptRows attempts;
  private final SurveyHours hours;
  private final Tickets tickets;
  private final AnswerKeeper keeper;
  private final AnswerJournal journal;
  private final DatabaseGate gate;
  private final Clock clock;

  PhonedSurveys(
      SurveyRows rows,
      AnswerRows answers,
      AttemptRows attempts,
      SurveyHours hours,
      Tickets tickets,
      AnswerKeeper keeper,
      AnswerJournal journal,
      DatabaseGate gate,
      Clock clock) {
    this.rows = rows;
    this.answers = answers;
    this.attempts = attempts;
    this.hours = hours;
    this.tickets = tickets;
    this.keeper = keeper;
    this.journal = journal;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public Optional<SurveyCall> find(String id) {
    try {
      return gate.run(PATIENCE, () -> asked(id));
    } catch (DatabaseAwayException e) {
      log.warn("{} cannot be asked: {}", id, e.getMessage());
      return Optional.empty();
    } catch (UncheckedIOException e) {
      log.error("{} is not asked: what is answered could not be kept", id, e);
      return Optional.empty();
    }
  }

  private Optional<SurveyCall> asked(String id) {
    int attempt = AnswerBook.attempt(id);
    return rows.find(AnswerBook.survey(id))
        .filter(survey -> survey.state() == SurveyState.CALLING && survey.attempts() == attempt)
        .flatMap(
            survey ->
                tickets
                    .find(survey.ticket(), EstateScope.ALL)
                    .map(ticket -> call(id, survey, ticket)));
  }

  private SurveyCall call(String id, Survey survey, Ticket ticket) {
    Instant now = Utc.now(clock);
    Reporter reporter = ticket.contents().reporter();
    // The hour she names overrules the hours she usually wants.
    Callee callee = new Callee(hours.callee(reporter, now).old(), List.of());
    CallingHours allowed = hours.of(survey.estate(), now);
    List<Instant> calls = hours.calls(reporter.phone(), now);
    List<Said> before = answers.said(survey.id());
    return new PhonedSurvey(
        AskedAbout.of(survey, ticket, allowed.zone()),
        before,
        history(survey, now),
        new Source(survey.id(), id, last(id, before)),
        wanted -> allowed.next(wanted, callee, calls),
        keeper::keep,
        clock);
  }

  private SurveyHistory history(Survey survey, Instant now) {
    Instant first = survey.firstCallAt();
    return new SurveyHistory(
        rows.dissatisfiedBefore(survey.ticket(), survey.round()),
        survey.round(),
        RetryPlan.unreached(attempts.ended(survey.id())),
        first == null ? Duration.ZERO : Duration.between(first, now));
  }

  /** What was told in this call already, when its connection was made a second time. */
  private int last(String id, List<Said> before) {
    try {
      int waiting = journal.last(id);
      return before.stream()
          .filter(said -> said.source().equals(id))
          .mapToInt(Said::number)
          .reduce(waiting, Math::max);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
