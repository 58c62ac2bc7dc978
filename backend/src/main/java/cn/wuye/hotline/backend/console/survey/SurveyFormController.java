package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.console.ChangeAnswer;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.survey.desk.AnswerSheet;
import cn.wuye.hotline.backend.survey.desk.SurveyDesk;
import cn.wuye.hotline.backend.survey.desk.SurveyFacts;
import cn.wuye.hotline.backend.survey.desk.SurveyList;
import cn.wuye.hotline.backend.survey.store.Told;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers that one of the staff was told, from the ticket's page. */
@Controller
class SurveyFormController {
  private final SurveyList surveys;
  private final SurveyDesk desk;
  private final ChangeAnswer answer;
  private final Labels labels;

  SurveyFormController(SurveyList surveys, SurveyDesk desk, ChangeAnswer answer, Labels labels) {
    this.surveys = surveys;
    this.desk = desk;
    this.answer = answer;
    this.labels = labels;
  }

  @PostMapping(SurveyQuery.PATH + "/{id:[0-9]{1,18}}/answers")
  ModelAndView answered(
      @PathVariable long id, SurveyForm form, @AuthenticationPrincipal SignedInUser me) {
    SurveyFacts survey =
        surveys.find(id, me.scope()).orElseThrow(() -> new NoSuchPage("survey " + id));
    AnswerSheet sheet = form.sheet(survey.recommends());
    Map<String, String> errors = errors(form, sheet);
    if (!errors.isEmpty()) {
      ModelAndView page = answer.refused(survey.ticket(), labels.text("surveys.form.wrong"), me);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page.addObject("surveyForm", form).addObject("surveyErrors", errors);
    }
    return switch (desk.answer(id, form.by(), sheet, me)) {
      case DONE -> new ModelAndView("redirect:/console/tickets/" + survey.ticket() + "?done");
      case OVER -> answer.refused(survey.ticket(), labels.text("surveys.form.over"), me);
      case ON_THE_PHONE ->
          answer
              .refused(survey.ticket(), labels.text("surveys.form.onThePhone"), me)
              .addObject("surveyForm", form);
      case NOT_HIS -> {
        ModelAndView page = answer.refused(survey.ticket(), labels.text("surveys.form.notHis"), me);
        page.setStatus(HttpStatus.FORBIDDEN);
        yield page;
      }
      case UNKNOWN -> throw new NoSuchPage("survey " + id);
    };
  }

  private Map<String, String> errors(SurveyForm form, AnswerSheet sheet) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (sheet.empty()) {
      errors.put("solved", labels.text("surveys.form.nothing"));
    }
    if (form.tooLong() > 0) {
      errors.put(
          "comment",
          labels.text("error.tooLong", Told.MAX_WORDS, Text.length(form.comment().strip())));
    }
    return errors;
  }
}
