package cn.wuye.hotline.backend.survey.sms;

import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.survey.store.SurveyTask;
import cn.wuye.hotline.backend.survey.store.SurveyTaskRows;
import cn.wuye.hotline.backend.survey.store.Told;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What still counts of what is written when there is no open survey. */
@Component
public class LateAnswers {
  private final AnswerRows said;
  private final SurveyTaskRows tasks;
  private final ResidentWishes wishes;
  private final Residents residents;

  LateAnswers(AnswerRows said, SurveyTaskRows tasks, ResidentWishes wishes, Residents residents) {
    this.said = said;
    this.tasks = tasks;
    this.wishes = wishes;
    this.residents = residents;
  }

  /**
   * She wants no surveys.
   *
   * @param survey that she was asked last; null for none
   * @param source by which it came
   */
  void declined(PhoneNumber from, @Nullable Long survey, String source, Instant now) {
    residents
        .household(from)
        .onlyOne()
        .ifPresent(resident -> wishes.declined(Objects.requireNonNull(resident.id())));
    if (survey != null) {
      said.add(new Said(survey, AnswerChannel.SMS, Item.DECLINED, Told.of(source, 1, "", now)));
    }
  }

  /** Whether somebody works on it, or phones her anyway: her words reach him there. */
  public boolean seenTo(Ticket ticket) {
    return State.OPEN.contains(ticket.state())
        || tasks.of(ticket.number()).stream().anyMatch(SurveyTask::open);
  }
}
