package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.health.NodeFacts;
import cn.wuye.hotline.backend.health.NodeState;
import cn.wuye.hotline.backend.health.Nodes;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the hotline is, on one page: this node now, the others as of their last heartbeat. */
@Controller
class StatusController {
  private final HotlineProperties here;
  private final NodeFacts facts;
  private final Nodes nodes;
  private final HealthSentences sentences;
  private final Labels labels;
  private final Clock clock;

  StatusController(
      HotlineProperties here,
      NodeFacts facts,
      Nodes nodes,
      HealthSentences sentences,
      Labels labels,
      Clock clock) {
    this.here = here;
    this.facts = facts;
    this.nodes = nodes;
    this.sentences = sentences;
    this.labels = labels;
    this.clock = clock;
  }

  /**
   * Another node.
   *
   * @param silence what its silence means; empty string when it is heard
   */
  record Other(
      String node, String heard, String silence, String tone, List<HealthSentences.Line> lines) {}

  @GetMapping("/console/status")
  String status(Model model) {
    model.addAttribute("node", here.nodeId());
    model.addAttribute("facts", facts.now().stream().map(sentences::of).toList());
    model.addAttribute(
        "others",
        nodes.all().stream()
            .filter(node -> !node.node().equals(here.nodeId()))
            .map(this::other)
            .toList());
    model.addAttribute("checkedAt", labels.fullTime(clock.instant()));
    return "status";
  }

  private Other other(NodeState node) {
    String heard = labels.time(node.beatenAt());
    if (node.stopped()) {
      return new Other(
          node.node(), heard, labels.text("status.node.stopped", heard), "info", List.of());
    }
    if (node.silent()) {
      return new Other(
          node.node(), heard, labels.text("status.node.silent", heard), "danger", List.of());
    }
    return new Other(
        node.node(), heard, "", "ok", node.facts().stream().map(sentences::of).toList());
  }
}
