package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.survey.store.SurveyTask;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Puts what people have to do after surveys into words. */
@Component
class SurveyTaskViews {
  private final Labels labels;

  SurveyTaskViews(Labels labels) {
    this.labels = labels;
  }

  /**
   * A task in words.
   *
   * @param due the empty string when no clock runs
   */
  record TaskView(
      long id,
      long survey,
      String ticket,
      String kind,
      String opened,
      String due,
      String dueIso,
      boolean late) {}

  TaskView of(SurveyTask task) {
    Instant due = task.dueAt();
    return new TaskView(
        task.id(),
        task.survey(),
        task.ticket().toString(),
        labels.name("survey-task", task.kind()),
        labels.text("surveys.task.since", labels.time(task.openedAt())),
        due == null ? "" : labels.text("surveys.task.due", labels.time(due)),
        due == null ? "" : due.toString(),
        due != null && labels.past(due));
  }
}
