package cn.wuye.hotline.backend.console.survey.progress;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.progress.Comment;
import cn.wuye.hotline.backend.survey.progress.DissatisfiedComments;
import cn.wuye.hotline.backend.survey.progress.PeriodChoice;
import cn.wuye.hotline.backend.survey.progress.ResultRows;
import cn.wuye.hotline.backend.survey.progress.RetryCursor;
import cn.wuye.hotline.backend.survey.progress.RetryQueue;
import cn.wuye.hotline.backend.survey.progress.SurveyProgress;
import cn.wuye.hotline.backend.survey.progress.SurveyResults;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How surveys go: the day live, results of a period, words, and who is phoned again. */
@Controller
class SurveyTodayController {
  static final String PATH = "/console/surveys/today";

  /** So many comments stand on a page; who looks for more takes the table. */
  private static final int SHOWN = 200;

  private final SurveyProgress progress;
  private final ResultRows results;
  private final DissatisfiedComments comments;
  private final RetryQueue retries;
  private final DayViews days;
  private final ResultViews tables;
  private final SurveyWords words;
  private final Labels labels;
  private final Clock clock;

  SurveyTodayController(
      SurveyProgress progress,
      ResultRows results,
      DissatisfiedComments comments,
      RetryQueue retries,
      DayViews days,
      ResultViews tables,
      SurveyWords words,
      Labels labels,
      Clock clock) {
    this.progress = progress;
    this.results = results;
    this.comments = comments;
    this.retries = retries;
    this.days = days;
    this.tables = tables;
    this.words = words;
    this.labels = labels;
    this.clock = clock;
  }

  /** The time that was chosen; a week when none was, or none that is known. */
  static PeriodChoice choice(String code) {
    return Coded.find(PeriodChoice.class, code).orElse(PeriodChoice.WEEK);
  }

  /**
   * @param period code of the time whose results are shown
   * @param after where the page of retries before ended
   */
  @GetMapping(PATH)
  ModelAndView page(
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String after,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletRequest request) {
    DayView day = days.of(progress.now(me.scope()));
    if (request.getHeader("HX-Request") != null) {
      return new ModelAndView("parts/survey-now :: now").addObject("day", day);
    }
    PeriodChoice choice = choice(period);
    Period wanted = choice.now(clock);
    SurveyResults found = results.of(wanted, me.scope());
    RetryQueue.Page queue = retries.page(me.scope(), RetryCursor.find(after));
    return withPeriod(new ModelAndView("survey-today"), choice, wanted)
        .addObject("day", day)
        .addObject("all", tables.all(found))
        .addObject("tables", tables.tables(found, me.scope()))
        .addObject("words", comments.words(wanted, me.scope()))
        .addObject("mostComments", DissatisfiedComments.MOST)
        .addObject("retries", queue.retries().stream().map(words::of).toList())
        .addObject("later", !after.isEmpty())
        .addObject("next", queue.next().map(RetryCursor::toString).orElse(""))
        .addObject("exports", me.takesDataAway());
  }

  /** What the dissatisfied say with a word. */
  @GetMapping(PATH + "/comments")
  ModelAndView comments(
      @RequestParam(defaultValue = "") String word,
      @RequestParam(defaultValue = "") String period,
      @AuthenticationPrincipal SignedInUser me) {
    PeriodChoice choice = choice(period);
    Period wanted = choice.now(clock);
    String sought = word.strip();
    List<Comment> found = sought.isEmpty() ? List.of() : comments.with(sought, wanted, me.scope());
    return withPeriod(new ModelAndView("survey-comments"), choice, wanted)
        .addObject("word", sought)
        .addObject("count", found.size())
        .addObject("shown", SHOWN)
        .addObject(
            "comments", found.stream().limit(SHOWN).map(each -> words.of(each, sought)).toList());
  }

  private ModelAndView withPeriod(ModelAndView page, PeriodChoice choice, Period period) {
    return page.addObject("period", choice.code())
        .addObject("periodName", labels.name("surveyToday.period", choice))
        .addObject("days", labels.text("surveyToday.days", period.from(), period.to()))
        .addObject(
            "periods",
            Arrays.stream(PeriodChoice.values())
                .map(each -> new Choice(each.code(), labels.name("surveyToday.period", each)))
                .toList());
  }
}
