package cn.wuye.hotline.backend.survey.api;

import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.survey.SurveyIds;
import cn.wuye.hotline.backend.survey.api.SurveyRequests.AnswersRequest;
import cn.wuye.hotline.backend.survey.desk.AnswerSheet;
import cn.wuye.hotline.backend.survey.desk.SurveyDesk;
import cn.wuye.hotline.backend.survey.desk.SurveyFacts;
import cn.wuye.hotline.backend.survey.desk.SurveyList;
import cn.wuye.hotline.backend.survey.desk.SurveyPage;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.user.SignedInUser;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Surveys, and the answers that one of the staff was told. */
@RestController
@RequestMapping("/api/v1")
class SurveysController {
  private final SurveyList list;
  private final SurveyDesk desk;
  private final TicketList tickets;

  SurveysController(SurveyList list, SurveyDesk desk, TicketList tickets) {
    this.list = list;
    this.desk = desk;
    this.tickets = tickets;
  }

  /**
   * A page.
   *
   * @param next to be sent as {@code after} for the next page; null when this is the last
   */
  record ListView(List<SurveyView> surveys, @Nullable String next) {}

  /** Those of a ticket, the first round first. */
  record TicketView(List<SurveyView> surveys) {}

  @GetMapping("/surveys")
  ListView list(
      // Each of them is described in openapi/surveys.yml.
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
      @AuthenticationPrincipal SignedInUser me) {
    SurveyParameters.Query query = new SurveyParameters(parameters).read();
    SurveyPage page = list.page(query.filter(), me.scope(), query.after(), query.limit());
    return new ListView(
        page.surveys().stream().map(SurveyView::of).toList(),
        page.next().map(Object::toString).orElse(null));
  }

  @GetMapping("/surveys/{id}")
  SurveyView one(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    return SurveyView.of(require(id, me));
  }

  @GetMapping("/tickets/{number}/surveys")
  TicketView ofTicket(@PathVariable String number, @AuthenticationPrincipal SignedInUser me) {
    TicketRow ticket =
        TicketNumber.find(number)
            .flatMap(known -> tickets.find(known, me.scope()))
            .orElseThrow(
                () -> Problem.of(HttpStatus.NOT_FOUND, "ticket-unknown", number).exception());
    return new TicketView(list.of(ticket.number()).stream().map(SurveyView::of).toList());
  }

  @PostMapping("/surveys/{id}/answers")
  SurveyView answer(
      @PathVariable String id,
      @RequestBody AnswersRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    SurveyFacts survey = require(id, me);
    FieldCheck check = new FieldCheck();
    AnswerChannel channel = request.by(check);
    AnswerSheet sheet = request.checked(check, survey.recommends());
    SurveyDesk.Change change = desk.answer(survey.id(), channel, sheet, me);
    return switch (change) {
      case DONE -> SurveyView.of(require(id, me));
      case OVER -> throw Problem.of(HttpStatus.CONFLICT, "survey-over", id).exception();
      case ON_THE_PHONE ->
          throw Problem.of(HttpStatus.CONFLICT, "survey-on-the-phone", id).exception();
      case NOT_HIS -> throw Problem.of(HttpStatus.FORBIDDEN, "survey-own-work", id).exception();
      case UNKNOWN -> throw Problem.of(HttpStatus.NOT_FOUND, "survey-unknown", id).exception();
    };
  }

  private SurveyFacts require(String id, SignedInUser me) {
    return SurveyIds.find(id)
        .flatMap(known -> list.find(known, me.scope()))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "survey-unknown", id).exception());
  }
}
