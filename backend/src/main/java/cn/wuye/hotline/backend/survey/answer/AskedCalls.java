package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.CallingHours;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.Histories;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.voice.OwnVoices;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.ivr.port.SurveyCall;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes ready the calls in which surveys are answered: reads all that they need. */
@Component
class AskedCalls {
  private final AnswerRows answers;
  private final Histories histories;
  private final SurveyHours hours;
  private final OwnVoices voices;
  private final TakenUpMeanwhile meanwhile;
  private final AnswerKeeper keeper;
  private final AnswerJournal journal;
  private final Clock clock;

  AskedCalls(
      AnswerRows answers,
      Histories histories,
      SurveyHours hours,
      OwnVoices voices,
      TakenUpMeanwhile meanwhile,
      AnswerKeeper keeper,
      AnswerJournal journal,
      Clock clock) {
    this.answers = answers;
    this.histories = histories;
    this.hours = hours;
    this.voices = voices;
    this.meanwhile = meanwhile;
    this.keeper = keeper;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * @param id of the call
   * @param channel who has phoned whom
   */
  SurveyCall call(String id, AnswerChannel channel, Survey survey, Ticket ticket) {
    Instant now = Utc.now(clock);
    Reporter reporter = ticket.contents().reporter();
    Callee callee = hours.callee(reporter, now).atAnyHour();
    CallingHours allowed = hours.of(survey.estate(), now);
    List<Instant> calls = hours.calls(reporter.phone(), now);
    List<Said> before = answers.said(survey.id());
    return new PhonedSurvey(
        AskedAbout.of(survey, ticket, allowed.zone()),
        before,
        histories.of(survey, now),
        new Source(survey.id(), id, channel, journal.last(id, () -> before)),
        wanted -> allowed.next(wanted, callee, calls),
        // Who phones back is not greeted with it.
        channel == AnswerChannel.PHONE ? voices.of(ticket) : Optional::empty,
        () -> meanwhile.withdrawn(survey.id()),
        keeper::keep,
        clock);
  }
}
