package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.survey.FollowUp;
import cn.wuye.hotline.backend.survey.OpinionWords;
import cn.wuye.hotline.backend.survey.SurveyHistory;
import cn.wuye.hotline.backend.survey.SurveyResult;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveyTaskRows;
import cn.wuye.hotline.backend.survey.store.TaskKind;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a resident says on the phone after staff have begun the work again or closed the ticket
 * during that very call: a note at the ticket, and where it is closed though she is not content, or
 * where she wants one, a person who phones her.
 */
@Component
class LateCalls {
  private static final int LONGEST_NOTE = 2000;

  private final SurveyTaskRows tasks;
  private final SurveyHours hours;
  private final TicketWork work;
  private final Timeline timeline;

  LateCalls(SurveyTaskRows tasks, SurveyHours hours, TicketWork work, Timeline timeline) {
    this.tasks = tasks;
    this.hours = hours;
    this.work = work;
    this.timeline = timeline;
  }

  /**
   * Repeatable.
   *
   * @param ticket locked
   * @param survey locked, and withdrawn
   * @param answers all of that call
   */
  void heard(Ticket ticket, Survey survey, Answers answers, Instant now) {
    if (!answers.decisive() && answers.words().isEmpty()) {
      return;
    }
    String note = Text.fitted(note(survey, answers), LONGEST_NOTE);
    boolean noted =
        timeline.of(ticket.number()).stream()
            .anyMatch(event -> note.equals(event.details().get("text")));
    if (noted) {
      return;
    }
    work.note(ticket, Consequences.MACHINE, new Happening.NoteAdded(note));
    SurveyResult result = answers.result();
    Set<FollowUp.Step> steps = FollowUp.of(result, SurveyHistory.NONE).steps();
    boolean content = !result.answered() || steps.equals(Set.of(FollowUp.Step.ARCHIVE));
    if (result.forPerson() || (ticket.state() == State.ARCHIVED && !content)) {
      Instant due = FollowUp.personDue(now, hours.work(survey.estate(), now));
      tasks.open(survey.id(), TaskKind.PHONE, now, due);
    }
  }

  private static String note(Survey survey, Answers answers) {
    SurveyResult result = answers.result();
    List<String> parts = new ArrayList<>(OpinionWords.of(result.solved(), result.satisfaction()));
    if (result.forPerson()) {
      parts.add("要工作人员联系");
    }
    if (!answers.words().isEmpty()) {
      parts.add("“" + answers.words() + "”");
    }
    return "第 " + survey.round() + " 次回访的通话中，工单已另作处理；住户在电话里说：" + String.join("，", parts);
  }
}
