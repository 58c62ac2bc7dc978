package cn.wuye.hotline.backend.deadline.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.deadline.settings.RuleDesk;
import cn.wuye.hotline.backend.problem.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deadline rules to read; rules of estates that the asker does not see are not there. */
@RestController
@RequestMapping("/api/v1/deadline-rules")
class DeadlineRulesController {
  private final RuleDesk desk;

  DeadlineRulesController(RuleDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  RulesView list(Viewer viewer) {
    return new RulesView(desk.all(viewer.scope()).stream().map(RuleView::of).toList());
  }

  @GetMapping("/{id}")
  RuleView one(@PathVariable String id, Viewer viewer) {
    return desk.find(id, viewer.scope())
        .map(RuleView::of)
        .orElseThrow(() -> unknown(id).exception());
  }

  @GetMapping("/{id}/versions")
  RulesView versions(@PathVariable String id, Viewer viewer) {
    List<RuleView> versions = desk.history(id, viewer.scope()).stream().map(RuleView::of).toList();
    if (versions.isEmpty()) {
      throw unknown(id).exception();
    }
    return new RulesView(versions);
  }

  private static Problem unknown(String id) {
    return Problem.of(HttpStatus.NOT_FOUND, "rule-unknown", id);
  }

  /** Several rules, or versions of one. */
  record RulesView(List<RuleView> rules) {}
}
