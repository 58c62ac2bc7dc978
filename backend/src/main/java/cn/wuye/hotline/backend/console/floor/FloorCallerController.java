package cn.wuye.hotline.backend.console.floor;

import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.floor.CallOrder.Outcome;
import cn.wuye.hotline.backend.floor.CallerOrder;
import cn.wuye.hotline.backend.floor.step.FloorCallers;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.user.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A supervisor's steps with callers who wait, from the live page. */
@Controller
class FloorCallerController {
  private final FloorCallers callers;
  private final Said said;

  FloorCallerController(FloorCallers callers, Said said) {
    this.callers = callers;
    this.said = said;
  }

  @PostMapping("/console/floor/callers/{call:[A-Za-z0-9._-]{1,64}}")
  ResponseEntity<String> step(
      @PathVariable String call,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String queue,
      @AuthenticationPrincipal SignedInUser me) {
    CallerOrder.Kind kind =
        Coded.find(CallerOrder.Kind.class, step).orElse(CallerOrder.Kind.TO_FRONT);
    Outcome outcome =
        callers.run(kind, call, queue, me).orElseThrow(() -> new NoSuchPage("caller " + call));
    return outcome == Outcome.DONE
        ? said.of(HttpStatus.OK, "floor.caller.done." + kind.code())
        : said.of(HttpStatus.CONFLICT, "floor.caller", outcome);
  }
}
