package cn.wuye.hotline.backend.survey.api;

import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.rounding.Rounded;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.figures.By;
import cn.wuye.hotline.backend.survey.figures.Figure;
import cn.wuye.hotline.backend.survey.figures.SurveyFigures;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What surveys have brought, for those who see results. */
@RestController
class SurveyFiguresController {
  private final SurveyFigures figures;
  private final Clock clock;

  SurveyFiguresController(SurveyFigures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * Of one; shares are percentages, and they and the mean are null under 5 answers.
   *
   * @param who login, code or id; null for nobody
   * @param mean of the scores
   */
  record FigureView(
      @Nullable String who,
      long settled,
      long answered,
      long unreached,
      long declined,
      @Nullable BigDecimal answerRate,
      long scored,
      @Nullable BigDecimal mean,
      @Nullable BigDecimal satisfiedShare,
      long told,
      @Nullable BigDecimal solvedRate,
      long dissatisfied,
      long recommended,
      @Nullable BigDecimal nps) {
    static FigureView of(Figure figure) {
      return new FigureView(
          figure.who().isEmpty() ? null : figure.who(),
          figure.settled(),
          figure.answered(),
          figure.unreached(),
          figure.declined(),
          Rounded.tenth(figure.answerRate()),
          figure.scored(),
          Rounded.tenth(figure.mean()),
          Rounded.tenth(figure.satisfiedShare()),
          figure.told(),
          Rounded.tenth(figure.solvedRate()),
          figure.dissatisfied(),
          figure.recommended(),
          Rounded.tenth(figure.nps()));
    }
  }

  /** Of a period. */
  record FiguresView(
      By by, LocalDate from, LocalDate to, List<FigureView> figures, FigureView total) {}

  @GetMapping("/api/v1/surveys/figures")
  FiguresView figures(
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @AuthenticationPrincipal SignedInUser me) {
    if (!me.seesResults()) {
      throw new AccessDeniedException("sees no results");
    }
    FieldCheck check = new FieldCheck().required("by", by);
    By wanted = check.coded("by", by, By.class);
    LocalDate first = check.parsed("from", from, LocalDate::parse, "2026-03-01");
    LocalDate last = check.parsed("to", to, LocalDate::parse, "2026-03-31");
    if (first != null && last != null && last.isBefore(first)) {
      check.wrong("to", "not-before", first);
    }
    check.done();
    By kind = Objects.requireNonNull(wanted);
    Period period = Period.of(first, last, clock.instant());
    List<Figure> all = figures.of(kind, period, me.scope());
    return new FiguresView(
        kind,
        period.from(),
        period.to(),
        all.stream().map(FigureView::of).toList(),
        FigureView.of(Figure.sum(all)));
  }
}
