package cn.wuye.hotline.backend.survey.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.survey.progress.LineUse;
import cn.wuye.hotline.backend.survey.progress.RunningCall;
import cn.wuye.hotline.backend.survey.progress.SurveyDay;
import cn.wuye.hotline.backend.survey.progress.SurveyProgress;
import cn.wuye.hotline.backend.survey.progress.TodayNumbers;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How surveys go today; numbers are always masked. */
@RestController
class SurveyProgressController {
  private final SurveyProgress progress;

  SurveyProgressController(SurveyProgress progress) {
    this.progress = progress;
  }

  /**
   * The day.
   *
   * @param pausedSince null unless nobody is phoned
   */
  record View(
      Instant asOf,
      LocalDate day,
      boolean paused,
      @Nullable Instant pausedSince,
      NumbersView surveys,
      List<CallView> calls,
      LinesView lines) {
    static View of(SurveyDay day) {
      boolean paused = day.position().paused();
      return new View(
          day.asOf(),
          day.day(),
          paused,
          paused ? day.position().since() : null,
          NumbersView.of(day.numbers()),
          day.calls().stream().map(CallView::of).toList(),
          LinesView.of(day.lines()));
    }
  }

  /** The surveys of the day; planned is the sum of waiting, calling, reached and unreached. */
  record NumbersView(
      long planned,
      long waiting,
      long calling,
      long reached,
      long answered,
      long dissatisfied,
      long unreached) {
    static NumbersView of(TodayNumbers numbers) {
      return new NumbersView(
          numbers.planned(),
          numbers.waiting(),
          numbers.calling(),
          numbers.reached(),
          numbers.answered(),
          numbers.dissatisfied(),
          numbers.unreached());
    }
  }

  /**
   * A call that goes on.
   *
   * @param number masked
   */
  record CallView(
      TicketNumber ticket, int attempt, @Nullable String number, String node, Instant since) {
    static CallView of(RunningCall call) {
      return new CallView(call.ticket(), call.attempt(), call.number(), call.node(), call.since());
    }
  }

  /** The lines, over all nodes. */
  record LinesView(
      String trunk,
      int lines,
      int keptFree,
      int perSecond,
      int surveys,
      int others,
      int waiting,
      List<NodeView> nodes) {
    static LinesView of(LineUse use) {
      return new LinesView(
          use.trunk(),
          use.lines(),
          use.keptFree(),
          use.perSecond(),
          use.surveys(),
          use.others(),
          use.waiting(),
          use.nodes().stream().map(NodeView::of).toList());
    }
  }

  /** A node that phones, or did. */
  record NodeView(
      String node, int surveys, int others, int waiting, Instant seenAt, boolean silent) {
    static NodeView of(LineUse.Node node) {
      return new NodeView(
          node.name(), node.surveys(), node.others(), node.waiting(), node.seenAt(), node.silent());
    }
  }

  @GetMapping("/api/v1/surveys/progress")
  View progress(Viewer viewer) {
    return View.of(progress.now(viewer.scope()));
  }
}
