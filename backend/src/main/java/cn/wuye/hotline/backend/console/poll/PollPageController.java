package cn.wuye.hotline.backend.console.poll;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Downloads;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.poll.PollQuestion;
import cn.wuye.hotline.backend.poll.QuestionKind;
import cn.wuye.hotline.backend.poll.desk.PollDesk;
import cn.wuye.hotline.backend.poll.desk.PollExport;
import cn.wuye.hotline.backend.poll.desk.PollResults;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Polls, how far each is, and what came of it. */
@Controller
class PollPageController {
  static final String PATH = "/console/polls";
  private static final String ONE = PATH + "/{id:[0-9]{1,18}}";

  private final PollDesk desk;
  private final PollResults results;
  private final PollExport export;
  private final PollViews views;
  private final Choices choices;
  private final Labels labels;

  PollPageController(
      PollDesk desk,
      PollResults results,
      PollExport export,
      PollViews views,
      Choices choices,
      Labels labels) {
    this.desk = desk;
    this.results = results;
    this.export = export;
    this.views = views;
    this.choices = choices;
    this.labels = labels;
  }

  @GetMapping(PATH)
  ModelAndView list(@AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.seesResults());
    List<Choice> seen = choices.estates(me.scope());
    return new ModelAndView("polls")
        .addObject("drafts", PollDesk.drafts(me))
        .addObject("lines", desk.all(me).stream().map(poll -> views.line(poll, seen)).toList());
  }

  @GetMapping(ONE)
  ModelAndView one(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String estate,
      @AuthenticationPrincipal SignedInUser me) {
    Optional<EstateId> chosen = EstateId.find(estate).filter(me.scope()::sees);
    return page(poll(id, me), chosen, "", HttpStatus.OK, me);
  }

  private ModelAndView page(Poll poll, String problem, HttpStatus status, SignedInUser me) {
    return page(poll, Optional.empty(), problem, status, me);
  }

  /**
   * @param chosen the estate whose results are shown; empty for all that are seen
   */
  private ModelAndView page(
      Poll poll, Optional<EstateId> chosen, String problem, HttpStatus status, SignedInUser me) {
    EstateScope scope = chosen.map(each -> EstateScope.of(Set.of(each))).orElse(me.scope());
    List<Choice> seen = choices.estates(me.scope());
    return new ModelAndView("poll", status)
        .addObject("estate", chosen.map(EstateId::toString).orElse(""))
        .addObject("estates", PollViews.estates(poll, seen))
        .addObject("poll", views.line(poll, seen))
        .addObject("changes", PollDesk.changes(poll.draft(), me))
        .addObject("exports", me.takesDataAway())
        .addObject("problem", problem)
        .addObject("counts", views.counts(results.progress(poll.id(), scope)))
        .addObject("results", views.results(results.tallies(poll, scope)))
        .addObject("words", views.words(results.words(poll.id(), scope)));
  }

  @PostMapping(ONE + "/start")
  ModelAndView start(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    return answer(id, desk.start(id, me), "started", me);
  }

  @PostMapping(ONE + "/pause")
  ModelAndView pause(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    return answer(id, desk.pause(id, me), "paused", me);
  }

  @PostMapping(ONE + "/resume")
  ModelAndView resume(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    return answer(id, desk.resume(id, me), "resumed", me);
  }

  @PostMapping(ONE + "/end")
  ModelAndView end(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    return answer(id, desk.end(id, me), "ended", me);
  }

  private ModelAndView answer(long id, PollDesk.Change change, String done, SignedInUser me) {
    return switch (change) {
      case DONE -> new ModelAndView("redirect:" + PATH + "/" + id + "?" + done);
      case UNKNOWN -> throw new NoSuchPage("poll " + id);
      case OVER -> page(poll(id, me), labels.text("polls.over"), HttpStatus.CONFLICT, me);
      case NO_PAGE ->
          page(poll(id, me), labels.text("polls.noPage"), HttpStatus.UNPROCESSABLE_CONTENT, me);
      case NOBODY ->
          page(poll(id, me), labels.text("polls.nobody"), HttpStatus.UNPROCESSABLE_CONTENT, me);
    };
  }

  @GetMapping(ONE + "/answers.csv")
  void csv(
      @PathVariable long id, @AuthenticationPrincipal SignedInUser me, HttpServletResponse response)
      throws IOException {
    PlaceRights.require(me.takesDataAway());
    Poll poll = poll(id, me);
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    head.add(labels.text("polls.column.id"));
    head.add(labels.text("polls.column.estate"));
    head.add(labels.text("polls.column.state"));
    poll.draft().questions().forEach(each -> head.add(each.number() + ". " + each.zh()));
    rows.add(head);
    for (PollResults.Line line : export.lines(poll, me)) {
      List<String> row = new ArrayList<>();
      row.add(Long.toString(line.id()));
      row.add(line.estate());
      row.add(labels.name("poll-asked", line.state()));
      poll.draft()
          .questions()
          .forEach(each -> row.add(cell(each, line.answers().getOrDefault(each.number(), ""))));
      rows.add(row);
    }
    Downloads.csv(response, "poll-" + poll.id() + ".csv", rows);
  }

  private String cell(PollQuestion question, String answer) {
    boolean number =
        question.kind() != QuestionKind.WORDS
            && question.kind() != QuestionKind.POINTS
            && !answer.isEmpty();
    return number ? views.answer(question.kind(), Integer.parseInt(answer)) : answer;
  }

  private Poll poll(long id, SignedInUser me) {
    PlaceRights.require(me.seesResults());
    return desk.find(id, me).orElseThrow(() -> new NoSuchPage("poll " + id));
  }
}
