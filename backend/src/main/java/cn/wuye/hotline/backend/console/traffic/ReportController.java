package cn.wuye.hotline.backend.console.traffic;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.traffic.desk.Grouping;
import cn.wuye.hotline.backend.traffic.desk.InSight;
import cn.wuye.hotline.backend.traffic.desk.TrafficDesk;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reports of queues and agents. */
@Controller
class ReportController {
  static final String PATH = "/console/traffic";

  private final TrafficDesk desk;
  private final InSight sight;
  private final SheetViews views;
  private final Choices choices;
  private final Clock clock;

  ReportController(
      TrafficDesk desk, InSight sight, SheetViews views, Choices choices, Clock clock) {
    this.desk = desk;
    this.sight = sight;
    this.views = views;
    this.choices = choices;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ModelAndView page(
      @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedInUser me) {
    ReportQuery query = query(typed, me);
    return new ModelAndView("traffic")
        .addObject("by", query.by().code())
        .addObject("kinds", choices.of("report.by", Grouping.class))
        .addObject("from", query.days().from().toString())
        .addObject("to", query.days().to().toString())
        .addObject("queue", query.queue().orElse(""))
        .addObject("queues", queues(sight, me))
        .addObject("cut", query.cut() ? query.by().mostDays() : 0)
        .addObject("sheet", sheet(query, me))
        .addObject("blind", desk.blind(query.days()).stream().map(views::blind).toList())
        .addObject("exports", me.takesDataAway());
  }

  @GetMapping(PATH + ".csv")
  void csv(
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletResponse response)
      throws IOException {
    ReportQuery query = exported(typed, me);
    sheet(query, me).csv(response, query.name());
  }

  @GetMapping(PATH + ".xlsx")
  void xlsx(
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletResponse response)
      throws IOException {
    ReportQuery query = exported(typed, me);
    sheet(query, me).xlsx(response, query.name());
  }

  /** The queues that are seen, to choose one. */
  static List<Choice> queues(InSight sight, SignedInUser me) {
    return sight.queues(me.scope()).stream()
        .map(queue -> new Choice(queue.code(), queue.name()))
        .toList();
  }

  /** A queue that is asked for and not seen is no page. */
  static void required(Optional<String> queue, InSight sight, SignedInUser me) {
    queue
        .filter(code -> !sight.sees(code, me.scope()))
        .ifPresent(
            code -> {
              throw new NoSuchPage("queue " + code);
            });
  }

  private ReportQuery exported(Map<String, String> typed, SignedInUser me) {
    PlaceRights.require(me.takesDataAway());
    return query(typed, me);
  }

  private ReportQuery query(Map<String, String> typed, SignedInUser me) {
    PlaceRights.require(me.seesResults());
    ReportQuery query = ReportQuery.of(typed, clock.instant());
    required(query.queue(), sight, me);
    return query;
  }

  private Sheet sheet(ReportQuery query, SignedInUser me) {
    return query.by() == Grouping.AGENT
        ? views.agents(desk.agents(query.days(), me.scope()), me.scope())
        : views.calls(
            query.by(),
            desk.calls(query.by(), query.days(), query.queue(), me.scope()),
            me.scope());
  }
}
