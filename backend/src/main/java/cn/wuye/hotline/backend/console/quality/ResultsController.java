package cn.wuye.hotline.backend.console.quality;

import cn.wuye.hotline.backend.console.Downloads;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.Periods;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.quality.QualityResults;
import cn.wuye.hotline.backend.survey.Period;
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

/** Results by who was judged. */
@Controller
class ResultsController {
  private static final String PATH = QualityController.PATH + "/results";

  private final QualityResults results;
  private final QualityViews views;
  private final Periods periods;
  private final Labels labels;

  ResultsController(QualityResults results, QualityViews views, Periods periods, Labels labels) {
    this.results = results;
    this.views = views;
    this.periods = periods;
    this.labels = labels;
  }

  /** A result in words. */
  record ResultLine(
      String agent, String scored, String mean, String low, String disputed, String changed) {
    List<String> cells() {
      return List.of(agent, scored, mean, low, disputed, changed);
    }
  }

  @GetMapping(PATH)
  ModelAndView results(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.seesResults());
    Period period = periods.of(from, to);
    return new ModelAndView("quality-results")
        .addObject("from", period.from().toString())
        .addObject("to", period.to().toString())
        .addObject("lines", lines(period, me));
  }

  @GetMapping(PATH + ".csv")
  void csv(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletResponse response)
      throws IOException {
    PlaceRights.require(me.seesResults());
    Period period = periods.of(from, to);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            labels.text("quality.agent"),
            labels.text("quality.scored"),
            labels.text("quality.mean"),
            labels.text("quality.low"),
            labels.text("quality.disputes"),
            labels.text("quality.changed")));
    lines(period, me).forEach(line -> rows.add(line.cells()));
    Downloads.csv(response, "quality-" + period.from() + "-" + period.to() + ".csv", rows);
  }

  private List<ResultLine> lines(Period period, SignedInUser me) {
    return results.between(period.start(), period.end(), me.scope()).stream()
        .map(
            each ->
                new ResultLine(
                    views.agent(each.agent()),
                    Integer.toString(each.scored()),
                    ScoreText.of(each.mean()),
                    Integer.toString(each.low()),
                    Integer.toString(each.disputed()),
                    Integer.toString(each.changed())))
        .toList();
  }
}
