package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.console.ChangeAnswer;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.survey.desk.SurveyDesk;
import cn.wuye.hotline.backend.survey.desk.SurveyFacts;
import cn.wuye.hotline.backend.survey.desk.SurveyList;
import cn.wuye.hotline.backend.survey.followup.SurveyTasks;
import cn.wuye.hotline.backend.survey.store.SurveyTask;
import cn.wuye.hotline.backend.survey.store.SurveyTaskRows;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people have to do after surveys: a list, and "done" there or on the ticket's page. */
@Controller
class SurveyTaskPageController {
  private static final String PATH = SurveyQuery.PATH + "/tasks";

  private final SurveyTasks tasks;
  private final SurveyDesk desk;
  private final SurveyList surveys;
  private final SurveyViews views;
  private final SurveyTaskViews words;
  private final SurveySwitchView position;
  private final ChangeAnswer answer;
  private final Labels labels;

  SurveyTaskPageController(
      SurveyTasks tasks,
      SurveyDesk desk,
      SurveyList surveys,
      SurveyViews views,
      SurveyTaskViews words,
      SurveySwitchView position,
      ChangeAnswer answer,
      Labels labels) {
    this.tasks = tasks;
    this.desk = desk;
    this.surveys = surveys;
    this.views = views;
    this.words = words;
    this.position = position;
    this.answer = answer;
    this.labels = labels;
  }

  /** A task with the survey that it follows from. */
  record Line(SurveyTaskViews.TaskView task, SurveyViews.SurveyView survey) {}

  @GetMapping(PATH)
  ModelAndView open(@AuthenticationPrincipal SignedInUser me) {
    return page(me, HttpStatus.OK);
  }

  /**
   * @param from {@code ticket} when it was said on the ticket's page
   */
  @PostMapping(PATH + "/{id:[0-9]{1,18}}/done")
  ModelAndView done(
      @PathVariable long id,
      @RequestParam(name = "words", defaultValue = "") String typed,
      @RequestParam(defaultValue = "") String from,
      @AuthenticationPrincipal SignedInUser me) {
    SurveyTask task = desk.task(id, me).orElseThrow(() -> new NoSuchPage("survey task " + id));
    boolean onTicket = from.equals("ticket");
    String said = typed.strip();
    if (said.isEmpty() || Text.length(said) > SurveyTasks.MAX_WORDS) {
      String wrong =
          said.isEmpty()
              ? labels.text("surveys.task.noWords")
              : labels.text("error.tooLong", SurveyTasks.MAX_WORDS, Text.length(said));
      ModelAndView page = refused(task, onTicket, wrong, me);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page.addObject("typedTask", id).addObject("typedWords", typed);
    }
    return switch (desk.done(id, said, me)) {
      case DONE ->
          new ModelAndView(
              onTicket
                  ? "redirect:/console/tickets/" + task.ticket() + "?done"
                  : "redirect:" + PATH + "?done");
      case OVER -> refused(task, onTicket, labels.text("surveys.task.over"), me);
      case NOT_HIS -> {
        ModelAndView page = refused(task, onTicket, labels.text("surveys.task.notHis"), me);
        page.setStatus(HttpStatus.FORBIDDEN);
        yield page.addObject("typedTask", id).addObject("typedWords", typed);
      }
      case UNKNOWN, ON_THE_PHONE -> throw new NoSuchPage("survey task " + id);
    };
  }

  private ModelAndView refused(
      SurveyTask task, boolean onTicket, String sentence, SignedInUser me) {
    return onTicket
        ? answer.refused(task.ticket(), sentence, me)
        : page(me, HttpStatus.CONFLICT).addObject("refused", sentence);
  }

  private ModelAndView page(SignedInUser me, HttpStatus status) {
    List<SurveyTask> open = tasks.open(me.scope());
    Map<String, String> estates = views.estates(me.scope());
    Map<Long, SurveyFacts> facts =
        surveys.some(open.stream().map(SurveyTask::survey).distinct().toList()).stream()
            .collect(Collectors.toMap(SurveyFacts::id, Function.identity()));
    return position.on(
        new ModelAndView("survey-tasks", status)
            .addObject("most", open.size() < SurveyTaskRows.MOST ? 0 : SurveyTaskRows.MOST)
            .addObject(
                "lines",
                open.stream()
                    .filter(task -> facts.containsKey(task.survey()))
                    .map(
                        task ->
                            new Line(
                                words.of(task),
                                views.of(
                                    Objects.requireNonNull(facts.get(task.survey())), estates)))
                    .toList()),
        me);
  }
}
