package cn.wuye.hotline.backend.survey.api;

import cn.wuye.hotline.backend.survey.api.SurveyRequests.SwitchRequest;
import cn.wuye.hotline.backend.survey.desk.SurveyDesk;
import cn.wuye.hotline.backend.survey.store.SurveySwitch;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether residents are phoned for surveys at all. */
@RestController
@RequestMapping("/api/v1/surveys/switch")
class SurveySwitchController {
  private final SurveyDesk desk;

  SurveySwitchController(SurveyDesk desk) {
    this.desk = desk;
  }

  /**
   * How it stands.
   *
   * @param by login of who set it last; null while nobody has
   * @param since null while nobody has
   */
  record SwitchView(boolean paused, @Nullable String by, @Nullable Instant since) {}

  @GetMapping
  SwitchView now() {
    SurveySwitch.Position position = desk.position();
    boolean untouched = position.by().isEmpty();
    return new SwitchView(
        position.paused(), untouched ? null : position.by(), untouched ? null : position.since());
  }

  @PutMapping
  SwitchView set(@RequestBody SwitchRequest request, @AuthenticationPrincipal SignedInUser me) {
    desk.pause(request.checked(), me);
    return now();
  }
}
