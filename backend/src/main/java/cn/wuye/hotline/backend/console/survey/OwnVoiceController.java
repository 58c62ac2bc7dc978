package cn.wuye.hotline.backend.console.survey;

import cn.wuye.hotline.backend.console.EstatePart;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.console.SeenEstates;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.survey.voice.VoiceRules;
import cn.wuye.hotline.backend.user.SignedInUser;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether an estate's residents hear their own words in the greeting: a part of its page. */
@Controller
class OwnVoiceController implements EstatePart {
  private final VoiceRules rules;
  private final Estates estates;

  OwnVoiceController(VoiceRules rules, Estates estates) {
    this.rules = rules;
    this.estates = estates;
  }

  /** The rule as it is shown. */
  record RuleView(boolean plays, boolean edits) {}

  @Override
  public void add(EstateId estate, SignedInUser reader, ModelAndView page) {
    page.addObject("ownVoice", new RuleView(rules.plays(estate), PlaceRights.edits(reader)));
  }

  @PostMapping("/console/estates/{id:[0-9]{1,18}}/own-voice")
  String save(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean plays,
      @AuthenticationPrincipal SignedInUser me) {
    EstateId estate = SeenEstates.require(estates, id, me).requireId();
    PlaceRights.require(PlaceRights.edits(me));
    rules.save(estate, plays, me);
    return "redirect:/console/estates/" + id + "?saved";
  }
}
