package cn.wuye.hotline.backend.console.traffic;

import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.traffic.desk.InSight;
import cn.wuye.hotline.backend.traffic.desk.StaffingDesk;
import cn.wuye.hotline.backend.traffic.desk.StaffingDesk.Plan;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How many agents a day needs. */
@Controller
class StaffingPageController {
  private static final String PATH = ReportController.PATH + "/staffing";

  private final StaffingDesk desk;
  private final InSight sight;
  private final SheetViews views;

  StaffingPageController(StaffingDesk desk, InSight sight, SheetViews views) {
    this.desk = desk;
    this.sight = sight;
    this.views = views;
  }

  @GetMapping(PATH)
  ModelAndView page(
      @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.seesResults());
    StaffingForm form = StaffingForm.of(typed, desk);
    Plan plan = plan(form, typed, me);
    return new ModelAndView("staffing")
        .addObject("form", form)
        .addObject("queue", typed.getOrDefault("queue", ""))
        .addObject("queues", ReportController.queues(sight, me))
        .addObject("first", desk.today().toString())
        .addObject("last", desk.last().toString())
        .addObject("like", String.join(", ", plan.like().stream().map(String::valueOf).toList()))
        .addObject("most", plan.most())
        .addObject("sheet", views.plan(plan))
        .addObject("exports", me.takesDataAway());
  }

  @GetMapping(PATH + ".csv")
  void csv(
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletResponse response)
      throws IOException {
    Plan plan = exported(typed, me);
    views.plan(plan).csv(response, "staffing-" + plan.day());
  }

  @GetMapping(PATH + ".xlsx")
  void xlsx(
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal SignedInUser me,
      HttpServletResponse response)
      throws IOException {
    Plan plan = exported(typed, me);
    views.plan(plan).xlsx(response, "staffing-" + plan.day());
  }

  private Plan exported(Map<String, String> typed, SignedInUser me) {
    PlaceRights.require(me.takesDataAway());
    return plan(StaffingForm.of(typed, desk), typed, me);
  }

  private Plan plan(StaffingForm form, Map<String, String> typed, SignedInUser me) {
    Optional<String> queue =
        Optional.ofNullable(typed.get("queue")).filter(code -> !code.isBlank());
    ReportController.required(queue, sight, me);
    return desk.plan(form.day(), queue, form.goal(), me.scope());
  }
}
