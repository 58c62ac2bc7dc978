package cn.wuye.hotline.backend.console;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the hotline is, on one page. */
@Controller
class StatusController {
  private final HealthFacts health;
  private final Labels labels;
  private final Clock clock;

  StatusController(HealthFacts health, Labels labels, Clock clock) {
    this.health = health;
    this.labels = labels;
    this.clock = clock;
  }

  @GetMapping("/console/status")
  String status(Model model) {
    model.addAttribute("facts", health.all());
    model.addAttribute("checkedAt", labels.fullTime(clock.instant()));
    return "status";
  }
}
