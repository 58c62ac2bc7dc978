package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.PollQuestion;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.poll.store.PollAnswerRows;
import cn.wuye.hotline.backend.poll.store.PollResident;
import cn.wuye.hotline.backend.poll.store.PollRows;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.CallingHours;
import cn.wuye.hotline.backend.survey.SpokenName;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCase;
import cn.wuye.hotline.ivr.port.TicketStatus.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes ready the calls in which polls are answered: reads all that they need. */
@Component
class PolledCalls {
  private final PollRows polls;
  private final PollAnswerRows answers;
  private final PollCallees callees;
  private final SurveyHours hours;
  private final PollKeeper keeper;
  private final PollJournal journal;
  private final Clock clock;

  PolledCalls(
      PollRows polls,
      PollAnswerRows answers,
      PollCallees callees,
      SurveyHours hours,
      PollKeeper keeper,
      PollJournal journal,
      Clock clock) {
    this.polls = polls;
    this.answers = answers;
    this.callees = callees;
    this.hours = hours;
    this.keeper = keeper;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Empty when the poll or the resident is gone.
   *
   * @param id of the call, whoever has phoned whom
   */
  Optional<SurveyCall> call(String id, PollResident who) {
    Optional<Poll> poll = polls.find(who.poll(), EstateScope.ALL);
    Optional<Resident> resident = callees.resident(who);
    Optional<Reporter> reporter = resident.flatMap(PollCallees::reporter);
    return poll.isPresent() && resident.isPresent() && reporter.isPresent()
        ? Optional.of(survey(id, poll.get(), who, resident.get(), reporter.get()))
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
        poll.draft().questions().stream().map(PolledCalls::question).toList(),
        who.id(),
        id,
        journal.last(id, () -> answers.of(who.id()).all()),
        wanted -> allowed.next(wanted, callee, calls),
        keeper::keep,
        clock);
  }

  private static SurveyCase about(PollResident who, Resident resident, Instant now, ZoneId zone) {
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
    return new AskedQuestion(question.number(), question.kind().asked(), question.zh());
  }
}
