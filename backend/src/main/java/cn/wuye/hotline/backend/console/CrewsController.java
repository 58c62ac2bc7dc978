package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.MatrixRow;
import cn.wuye.hotline.backend.dispatch.staff.ThirdParty;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Departments, the matrix, third parties, and who works when, each as a list; for administrators
 * only, by the rules of web security.
 */
@Controller
class CrewsController {
  private final DispatchPlan plan;
  private final Crew crew;
  private final CrewPages pages;
  private final Choices choices;
  private final Labels labels;
  private final Clock clock;

  CrewsController(
      DispatchPlan plan, Crew crew, CrewPages pages, Choices choices, Labels labels, Clock clock) {
    this.plan = plan;
    this.crew = crew;
    this.pages = pages;
    this.choices = choices;
    this.labels = labels;
    this.clock = clock;
  }

  /** A line of one of the lists, in words. */
  record Line(String id, long version, String name, String details, String mark) {}

  @GetMapping(CrewPages.PATH)
  ModelAndView all() {
    Map<String, String> departments = pages.departments();
    List<ThirdParty> parties = plan.thirdParties();
    Instant now = clock.instant();
    return new ModelAndView("crews")
        .addObject(
            "people",
            crew.everybody().stream()
                .filter(CrewMember::enabled)
                .map(member -> line(member, departments, now))
                .toList())
        .addObject("departments", plan.departments().stream().map(CrewsController::line).toList())
        .addObject("thirdParties", parties.stream().map(CrewsController::line).toList())
        .addObject(
            "categories",
            choices.categories().stream().filter(each -> !each.value().contains("/")).toList())
        .addObject("matrix", matrix(departments, parties));
  }

  private Line line(CrewMember member, Map<String, String> departments, Instant now) {
    return new Line(
        Long.toString(member.userId()),
        member.version(),
        member.name(),
        departments.getOrDefault(member.department(), labels.text("crews.noDepartment")),
        member.department().isEmpty()
            ? ""
            : labels.text(member.onShift(now) ? "crews.onShift" : "crews.offShift"));
  }

  private static Line line(DispatchPlan.Kept kept) {
    return new Line(
        kept.department().code(),
        kept.version(),
        kept.department().zh(),
        kept.department().en(),
        "");
  }

  private static Line line(ThirdParty party) {
    return new Line(party.code(), party.version(), party.name(), party.email(), "");
  }

  private List<Line> matrix(Map<String, String> departments, List<ThirdParty> parties) {
    Map<String, String> companies =
        parties.stream().collect(Collectors.toMap(ThirdParty::code, ThirdParty::name));
    Map<String, String> estates = pages.estates();
    return plan.rows().stream().map(row -> line(row, departments, companies, estates)).toList();
  }

  private Line line(
      MatrixRow row,
      Map<String, String> departments,
      Map<String, String> companies,
      Map<String, String> estates) {
    Responsibility what = row.responsibility();
    List<String> details = new ArrayList<>();
    details.add(labels.text("crews.lead") + " " + departments.get(what.lead()));
    if (!what.helpers().isEmpty()) {
      details.add(
          labels.text("crews.helpers")
              + " "
              + what.helpers().stream().map(departments::get).collect(Collectors.joining("、")));
    }
    if (!what.thirdParty().isEmpty()) {
      details.add(
          labels.text("crews.thirdParty")
              + " "
              + companies.getOrDefault(what.thirdParty(), what.thirdParty()));
    }
    return new Line(
        Long.toString(row.id()),
        row.version(),
        choices.fullCategoryName(what.category(), what.subcategory()),
        String.join(" · ", details),
        what.estate() == null
            ? ""
            : estates.getOrDefault(what.estate().toString(), what.estate().toString()));
  }
}
