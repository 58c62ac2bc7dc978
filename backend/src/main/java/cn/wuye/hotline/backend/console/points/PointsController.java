package cn.wuye.hotline.backend.console.points;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.console.SeenEstates;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.points.Points;
import cn.wuye.hotline.backend.points.Points.Correction;
import cn.wuye.hotline.backend.points.PointsRule;
import cn.wuye.hotline.backend.points.PointsRules;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rule of an estate, and corrections of what a resident has. */
@Controller
class PointsController {
  private static final String AMOUNT = "[0-9]{1,4}";
  private static final String CHANGE = "[+-]?[0-9]{1,5}";

  private final Points points;
  private final PointsRules rules;
  private final Estates estates;
  private final Labels labels;

  PointsController(Points points, PointsRules rules, Estates estates, Labels labels) {
    this.points = points;
    this.rules = rules;
    this.estates = estates;
    this.labels = labels;
  }

  @PostMapping("/console/estates/{id:[0-9]{1,18}}/points")
  ModelAndView save(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean used,
      @RequestParam(defaultValue = "") String amount,
      @AuthenticationPrincipal SignedInUser me) {
    EstateId estate = SeenEstates.require(estates, id, me).requireId();
    PlaceRights.require(PlaceRights.edits(me));
    int wanted = amount.strip().matches(AMOUNT) ? Integer.parseInt(amount.strip()) : 0;
    if (wanted < 1 || wanted > PointsRule.MOST) {
      return wrong(labels.text("points.error.rule", PointsRule.MOST), "/console/estates/" + id)
          .addObject("path", id)
          .addObject("points", new PointsParts.RuleView(used, amount.strip(), true));
    }
    rules.save(estate, new PointsRule(used, wanted), me);
    return new ModelAndView("redirect:/console/estates/" + id + "?saved");
  }

  @PostMapping("/console/residents/{id:[0-9]{1,18}}/points")
  ModelAndView correct(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String change,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String key,
      @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(PlaceRights.edits(me));
    int wanted = change.strip().matches(CHANGE) ? Integer.parseInt(change.strip()) : 0;
    String once = key.matches("[0-9a-f-]{1,40}") ? key : UUID.randomUUID().toString();
    Correction done = points.correct(id, wanted, why, once, me);
    if (done == Correction.UNKNOWN) {
      throw new NoSuchPage("resident " + id);
    }
    return done == Correction.DONE
        ? new ModelAndView("redirect:/console/residents/" + id + "?saved")
        : wrong(
                labels.text("points.error." + done.code(), Points.MOST, Points.MAX_REASON),
                "/console/residents/" + id)
            .addObject("resident", id)
            .addObject("correction", new PointsParts.CorrectionForm(once, change.strip(), why));
  }

  /** What was typed is shown again: the caller adds it. */
  private static ModelAndView wrong(String sentence, String back) {
    return new ModelAndView("points-wrong", HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("sentence", sentence)
        .addObject("back", back);
  }
}
