package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.ticket.Actor;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Takes what residents answer otherwise than in a call: by SMS, by link, to somebody of the staff,
 * at a second visit. There is one survey, and whichever answer comes first decides: what follows
 * from it is done in the same transaction, and a call that was planned is not made.
 */
@Component
public class EnteredAnswers {
  private final Outcomes outcomes;
  private final Clock clock;

  EnteredAnswers(Outcomes outcomes, Clock clock) {
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /**
   * Enters it. Who may answer for her is decided before.
   *
   * @param source what it came by, at most 64 characters of ASCII, the same when it comes a second
   *     time: {@code sms:<id>}, {@code agent:<login>}
   * @return false when the survey was answered or closed before, or there is none such: nothing is
   *     kept
   */
  public boolean enter(long survey, AnswerChannel channel, String source, Entered answers) {
    return enter(survey, channel, source, answers, Consequences.MACHINE) == Entry.KEPT;
  }

  /**
   * The same, of what one of the staff was told; not while she is on the phone for it.
   *
   * @param by who enters it: so it stands in the timeline
   */
  public Entry enter(long survey, AnswerChannel channel, String source, Entered answers, Actor by) {
    var now = Utc.now(clock);
    return outcomes.entered(survey, answers.said(survey, source, channel, now), by, now);
  }
}
