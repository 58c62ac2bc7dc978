package cn.wuye.hotline.backend.console.satisfaction;

import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Downloads;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.Periods;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.Share;
import cn.wuye.hotline.backend.survey.figures.By;
import cn.wuye.hotline.backend.survey.figures.Figure;
import cn.wuye.hotline.backend.survey.figures.SurveyFigures;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How satisfied residents are, by whose work they were asked about. */
@Controller
class SatisfactionController {
  private static final String PATH = "/console/satisfaction";

  /** The columns of the table after the name, in their order; each has a name and a formula. */
  private static final List<String> COLUMNS =
      List.of(
          "settled",
          "answered",
          "unreached",
          "declined",
          "answerRate",
          "scored",
          "mean",
          "satisfied",
          "told",
          "solved",
          "dissatisfied",
          "recommended",
          "nps");

  private final SurveyFigures figures;
  private final FigureViews views;
  private final Periods periods;
  private final Choices choices;
  private final Labels labels;

  SatisfactionController(
      SurveyFigures figures, FigureViews views, Periods periods, Choices choices, Labels labels) {
    this.figures = figures;
    this.views = views;
    this.periods = periods;
    this.choices = choices;
    this.labels = labels;
  }

  /** A column with what it means. */
  record Column(String name, String formula) {}

  @GetMapping(PATH)
  ModelAndView page(
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.seesResults());
    By wanted = by(by);
    Period period = periods.of(from, to);
    List<Figure> found = figures.of(wanted, period, me.scope());
    return new ModelAndView("satisfaction")
        .addObject("by", wanted.code())
        .addObject("kinds", choices.of("figures.by", By.class))
        .addObject("from", period.from().toString())
        .addObject("to", period.to().toString())
        .addObject("columns", columns())
        .addObject("who", labels.name("figures.by", wanted))
        .addObject("lines", views.of(found, wanted, me))
        .addObject("total", views.total(found));
  }

  @GetMapping(PATH + ".csv")
  void csv(
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletResponse response)
      throws IOException {
    PlaceRights.require(me.seesResults());
    By wanted = by(by);
    Period period = periods.of(from, to);
    List<Figure> found = figures.of(wanted, period, me.scope());
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    head.add(labels.name("figures.by", wanted));
    columns().forEach(column -> head.add(column.name()));
    rows.add(head);
    views.of(found, wanted, me).forEach(line -> rows.add(line.cells()));
    rows.add(views.total(found).cells());
    Downloads.csv(
        response,
        "satisfaction-%s-%s-%s.csv".formatted(wanted.code(), period.from(), period.to()),
        rows);
  }

  private static By by(String typed) {
    return Coded.find(By.class, typed).orElse(By.ESTATE);
  }

  private List<Column> columns() {
    return COLUMNS.stream()
        .map(
            code ->
                new Column(
                    labels.text("figures." + code),
                    labels.text("figures." + code + ".how", Share.LEAST)))
        .toList();
  }
}
