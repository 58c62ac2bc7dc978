package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.desk.SurveyCursor;
import cn.wuye.hotline.backend.survey.desk.SurveyDesk;
import cn.wuye.hotline.backend.survey.desk.SurveyList;
import cn.wuye.hotline.backend.survey.desk.SurveyPage;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Surveys: planned, answered, and who was not reached; and the switch for all of them. */
@Controller
class SurveyPageController {
  private static final int PAGE = 50;

  private final SurveyList surveys;
  private final SurveyDesk desk;
  private final SurveyViews views;
  private final SurveySwitchView position;
  private final Choices choices;
  private final Labels labels;

  SurveyPageController(
      SurveyList surveys,
      SurveyDesk desk,
      SurveyViews views,
      SurveySwitchView position,
      Choices choices,
      Labels labels) {
    this.surveys = surveys;
    this.desk = desk;
    this.views = views;
    this.position = position;
    this.choices = choices;
    this.labels = labels;
  }

  /** A state to choose. */
  record Chip(String name, String address, boolean here) {}

  @GetMapping(SurveyQuery.PATH)
  ModelAndView list(SurveyQuery asked, @AuthenticationPrincipal SignedInUser me) {
    SurveyPage page =
        asked.impossible()
            ? new SurveyPage(List.of(), Optional.empty())
            : surveys.page(asked.filter(), me.scope(), SurveyCursor.find(asked.cursor()), PAGE);
    Map<String, String> estates = views.estates(me.scope());
    return position.on(
        new ModelAndView("surveys")
            .addObject("asked", asked)
            .addObject("chips", chips(asked))
            .addObject("estateChoices", choices.estates(me.scope()))
            .addObject("scores", scores())
            .addObject("searched", SurveyList.SEARCHED)
            .addObject(
                "lines", page.surveys().stream().map(survey -> views.of(survey, estates)).toList())
            .addObject("older", page.next().map(next -> asked.page(next.toString())).orElse(null)),
        me);
  }

  @PostMapping(SurveyQuery.PATH + "/pause")
  String pause(@AuthenticationPrincipal SignedInUser me) {
    desk.pause(true, me);
    return "redirect:" + SurveyQuery.PATH;
  }

  @PostMapping(SurveyQuery.PATH + "/resume")
  String resume(@AuthenticationPrincipal SignedInUser me) {
    desk.pause(false, me);
    return "redirect:" + SurveyQuery.PATH + "?resumed";
  }

  private List<Chip> chips(SurveyQuery asked) {
    List<Chip> chips = new ArrayList<>();
    chips.add(
        new Chip(
            labels.text("tickets.filter.any"), asked.with(""), asked.filter().state() == null));
    for (SurveyState each : SurveyState.values()) {
      chips.add(
          new Chip(
              labels.name("survey-state", each),
              asked.with(each.code()),
              each == asked.filter().state()));
    }
    return chips;
  }

  private List<Choice> scores() {
    return Stream.concat(
            Stream.of(new Choice(SurveyQuery.LOW, labels.text("surveys.lowFirst"))),
            Stream.of(Satisfaction.values())
                .map(
                    each ->
                        new Choice(String.valueOf(each.key()), labels.name("satisfaction", each))))
        .toList();
  }
}
