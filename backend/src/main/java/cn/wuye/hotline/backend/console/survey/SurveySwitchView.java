package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.survey.desk.SurveyDesk;
import cn.wuye.hotline.backend.survey.store.SurveySwitch;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The switch as every page about surveys shows it. */
@Component
class SurveySwitchView {
  private final SurveyDesk desk;
  private final StaffNames staff;
  private final Labels labels;

  SurveySwitchView(SurveyDesk desk, StaffNames staff, Labels labels) {
    this.desk = desk;
    this.staff = staff;
    this.labels = labels;
  }

  /** Adds {@code paused}, a sentence or empty, and {@code switches}. */
  ModelAndView on(ModelAndView page, SignedInUser me) {
    SurveySwitch.Position now = desk.position();
    return page.addObject(
            "paused",
            now.paused()
                ? labels.text("surveys.paused", staff.of(now.by()), labels.time(now.since()))
                : "")
        .addObject("switches", SurveyDesk.switches(me));
  }
}
