package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollQuestion;
import cn.wuye.hotline.backend.poll.PollSaid;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.poll.store.PollAnswerRows;
import cn.wuye.hotline.backend.poll.store.PollResident;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.poll.store.PollRows;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.CallingHours;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.SpokenName;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.AskedQuestion.Kind;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCalls;
import cn.wuye.hotline.ivr.port.SurveyCase;
import cn.wuye.hotline.ivr.port.TicketStatus.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds what is asked in a call that was placed for a poll, while that call goes on. */
@Component
class PolledSurveys implements SurveyCalls {
  private static final Logger log = LoggerFactory.getLogger(PolledSurveys.class);
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final PollRows polls;
  private final PollResidentRows rows;
  private final PollAnswerRows answers;
  private final PollCallees callees;
  private final SurveyHours hours;
  private final PollKeeper keeper;
  private final PollJournal journal;
  private final DatabaseGate gate;
  private final Clock clock;

  PolledSurveys(
      PollRows polls,
      PollResidentRows rows,
      PollAnswerRows answers,
      PollCallees callees,
      SurveyHours hours,
      PollKeeper keeper,
      PollJournal journal,
      DatabaseGate gate,
      Clock clock) {
    this.polls = polls;
    this.rows = rows;
    this.answers = answers;
    this.callees = callees;
    this.hours = hours;
    this.keeper = keeper;
    this.journal = journal;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public Optional<SurveyCall> find(String id) {
    Optional<PlacedCall> call = PlacedCall.of(CallKind.POLL, id);
    if (call.isEmpty()) {
      return Optional.empty();
    }
    try {
      return gate.run(PATIENCE, () -> asked(id, call.get()));
    } catch (DatabaseAwayException e) {
      log.warn("{} cannot be asked: {}", id, e.getMessage());
      return Optional.empty();
    } catch (UncheckedIOException e) {
      log.error("{} is not asked: what is answered could not be kept", id, e);
      return Optional.empty();
    }
  }

  private Optional<SurveyCall> asked(String id, PlacedCall call) {
    Optional<PollResident> who =
        rows.find(call.survey())
            .filter(each -> each.state() == AskedState.CALLING)
            .filter(each -> each.attempts() == call.attempt());
    if (who.isEmpty()) {
      return Optional.empty();
    }
    Optional<Poll> poll = polls.find(who.get().poll(), EstateScope.ALL);
    Optional<Resident> resident = callees.resident(who.get());
    Optional<Reporter> reporter = callees.find(who.get());
    return poll.isPresent() && resident.isPresent() && reporter.isPresent()
        ? Optional.of(survey(id, poll.get(), who.get(), resident.get(), reporter.get()))
        : Optional.empty();
  }

  private SurveyCall survey(
      String id, Poll poll, PollResident who, Resident resident, Reporter reporter) {
    Instant now = Utc.now(clock);
    CallingHours allowed = hours.of(who.estate(), now);
    Callee callee = hours.callee(reporter, now).atAnyHour();
    List<Instant> calls = hours.calls(reporter.phone(), now);
    return new PollSurvey(
        about(who, resident, now, allowed.zone()),
        poll.draft().questions().stream().map(PolledSurveys::question).toList(),
        who.id(),
        id,
        last(id, who.id()),
        wanted -> allowed.next(wanted, callee, calls),
        keeper::keep,
        clock);
  }

  private static SurveyCase about(
      PollResident who, Resident resident, Instant now, ZoneId zone) {
    return new SurveyCase(
        "",
        Intent.UNKNOWN,
        LocalDate.ofInstant(now, zone),
        Stage.DONE,
        SpokenName.of(resident.name()),
        place(who, resident),
        zone,
        who.id(),
        // Where Asterisk doubts whether a person has answered the call itself says so.
        false);
  }

  private static Place place(PollResident who, Resident resident) {
    return resident.dwellings().stream()
        .filter(home -> home.estateId().equals(who.estate()))
        .findFirst()
        .map(
            home ->
                new Place(
                    home.estateId().toString(), home.building(), home.unit(), home.room(), ""))
        .orElseGet(() -> new Place(who.estate().toString(), "", "", "", ""));
  }

  private static AskedQuestion question(PollQuestion question) {
    Kind kind =
        switch (question.kind()) {
          case DEGREES -> Kind.DEGREES;
          case YES_NO -> Kind.YES_NO;
          case POINTS -> Kind.POINTS;
          case WORDS -> Kind.WORDS;
        };
    return new AskedQuestion(question.number(), kind, question.zh());
  }

  /** What was told in this call already, when its connection was made a second time. */
  private int last(String id, long asked) {
    try {
      int waiting = journal.last(id);
      return answers.of(asked).all().stream()
          .filter(said -> said.source().equals(id))
          .mapToInt(PollSaid::number)
          .reduce(waiting, Math::max);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
