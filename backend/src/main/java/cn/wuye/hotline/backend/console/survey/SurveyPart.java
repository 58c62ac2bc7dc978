package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.TicketPart;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.survey.desk.OwnWork;
import cn.wuye.hotline.backend.survey.desk.SurveyFacts;
import cn.wuye.hotline.backend.survey.desk.SurveyList;
import cn.wuye.hotline.backend.survey.followup.SurveyTasks;
import cn.wuye.hotline.backend.survey.store.SurveyTask;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a ticket's resident was asked: the part of its page, with the form that asks her. */
@Component
class SurveyPart implements TicketPart {
  private final SurveyList surveys;
  private final OwnWork own;
  private final SurveyTasks tasks;
  private final Recordings recordings;
  private final SurveyViews views;
  private final SurveyTaskViews words;
  private final SurveyScript script;
  private final Labels labels;

  SurveyPart(
      SurveyList surveys,
      OwnWork own,
      SurveyTasks tasks,
      Recordings recordings,
      SurveyViews views,
      SurveyTaskViews words,
      SurveyScript script,
      Labels labels) {
    this.surveys = surveys;
    this.own = own;
    this.tasks = tasks;
    this.recordings = recordings;
    this.views = views;
    this.words = words;
    this.script = script;
    this.labels = labels;
  }

  /** A recording of a call that was placed for a survey. */
  record Sound(long id, String name) {}

  /** One round of the ticket. */
  record Round(
      SurveyViews.SurveyView survey, List<Sound> sounds, List<SurveyTaskViews.TaskView> tasks) {}

  @Override
  public void add(TicketRow row, SignedInUser reader, Model model) {
    List<SurveyFacts> found = surveys.of(row.number());
    List<SurveyTask> open =
        found.isEmpty()
            ? List.of()
            : tasks.of(row.number()).stream().filter(SurveyTask::open).toList();
    model.addAttribute("surveys", found.stream().map(survey -> round(survey, open)).toList());
    model.addAttribute(
        "script",
        found.stream()
            .filter(survey -> survey.state().open())
            .findFirst()
            .flatMap(survey -> script.of(survey, row, own.ways(row.number(), reader)))
            .orElse(null));
    model.addAttribute("surveyForm", SurveyForm.EMPTY);
    model.addAttribute("surveyErrors", Map.of());
  }

  private Round round(SurveyFacts survey, List<SurveyTask> open) {
    return new Round(
        // The page says which estate it is.
        views.of(survey, Map.of()),
        sounds(survey),
        open.stream().filter(task -> task.survey() == survey.id()).map(words::of).toList());
  }

  private List<Sound> sounds(SurveyFacts survey) {
    List<Sound> sounds = new ArrayList<>();
    for (SurveyFacts.Call call : survey.calls()) {
      for (Recording recording : recordings.of(call.id())) {
        sounds.add(
            new Sound(
                recording.id(),
                labels.text(
                    "surveys.sound",
                    call.number(),
                    labels.text("ticket.recording." + recording.kind().code()),
                    labels.length(recording.duration()))));
      }
    }
    return sounds;
  }
}
