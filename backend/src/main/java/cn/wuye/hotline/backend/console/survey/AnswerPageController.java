package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.message.LinkRows;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.followup.Entered;
import cn.wuye.hotline.backend.survey.link.LinkedSurveys;
import cn.wuye.hotline.backend.survey.link.LinkedSurveys.Fate;
import cn.wuye.hotline.backend.survey.link.LinkedSurveys.Shown;
import cn.wuye.hotline.backend.survey.link.LinkedSurveys.Stage;
import cn.wuye.hotline.backend.survey.link.SurveyLinks;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks a resident who has the link whether it was solved. It tells what her ticket was about and of
 * which day, and nothing else of it.
 */
@Controller
class AnswerPageController {
  private static final String VIEW = "survey-answer";

  private final SurveyLinks links;
  private final LinkedSurveys surveys;
  private final Choices choices;
  private final Labels labels;
  private final String hotline;

  AnswerPageController(
      SurveyLinks links,
      LinkedSurveys surveys,
      Choices choices,
      Labels labels,
      @Value("${hotline.telephony.number:4001234567}") String hotline) {
    this.links = links;
    this.surveys = surveys;
    this.choices = choices;
    this.labels = labels;
    this.hotline = hotline;
  }

  @GetMapping(SurveyLinks.PATH + "{token}")
  ModelAndView show(@PathVariable String token) {
    return page(token, AnswerForm.EMPTY, "", HttpStatus.OK);
  }

  @PostMapping(SurveyLinks.PATH + "{token}")
  ModelAndView answer(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String solved,
      @RequestParam(defaultValue = "") String satisfaction,
      @RequestParam(defaultValue = "") String comment,
      @RequestParam(defaultValue = "false") boolean stop) {
    AnswerForm form = new AnswerForm(solved, satisfaction, comment, stop);
    Optional<LinkRows.Opened> link = links.find(token).filter(found -> !found.expired());
    if (link.isEmpty()) {
      return page(token, form, "", HttpStatus.NOT_FOUND);
    }
    int length = Text.length(comment);
    if (length > AnswerForm.MAX_COMMENT) {
      return refused(token, form, labels.text("error.tooLong", AnswerForm.MAX_COMMENT, length));
    }
    Optional<Entered> entered = form.entered();
    if (entered.isEmpty()) {
      return refused(token, form, labels.text("answer.nothing"));
    }
    Fate fate = surveys.answer(link.get().id(), entered.get());
    UriComponentsBuilder then = UriComponentsBuilder.fromPath(SurveyLinks.PATH + token);
    if (fate != Fate.TAKEN) {
      then.queryParam("late", fate.name().toLowerCase(Locale.ROOT));
    }
    if (surveys.danger(entered.get())) {
      then.queryParam("danger");
    }
    return new ModelAndView("redirect:" + then.toUriString());
  }

  private ModelAndView refused(String token, AnswerForm form, String problem) {
    return page(token, form, problem, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView page(String token, AnswerForm form, String problem, HttpStatus status) {
    Optional<LinkRows.Opened> link = links.find(token);
    Optional<Shown> survey = link.flatMap(found -> surveys.find(found.id()));
    if (survey.isEmpty()) {
      return outside("answer.unknown", HttpStatus.NOT_FOUND);
    }
    Stage stage = survey.get().stage();
    boolean expired = link.filter(LinkRows.Opened::expired).isPresent();
    if (stage == Stage.OPEN && expired) {
      return outside("answer.expired", HttpStatus.GONE);
    }
    Subject subject = survey.get().ticket().contents().subject();
    return new ModelAndView(VIEW, status)
        .addObject("token", stage == Stage.OPEN ? token : "")
        .addObject("stage", stage.name().toLowerCase(Locale.ROOT))
        .addObject("topic", choices.fullCategoryName(subject.category(), subject.subcategory()))
        .addObject(
            "date", LocalDate.ofInstant(survey.get().ticket().openedAt(), Labels.ZONE).toString())
        .addObject("form", form)
        .addObject("solved", Arrays.stream(Solved.values()).map(Answers::code).toList())
        .addObject(
            "scores",
            Arrays.stream(Satisfaction.values())
                .map(each -> new Score(each.key(), each.code()))
                .toList())
        .addObject("problem", problem)
        .addObject("hotline", hotline);
  }

  /** A degree of satisfaction, by key and code. */
  record Score(int key, String code) {}

  private ModelAndView outside(String sentence, HttpStatus status) {
    return new ModelAndView(VIEW, status)
        .addObject("token", "")
        .addObject("stage", "")
        .addObject("problem", labels.text(sentence))
        .addObject("hotline", hotline);
  }
}
