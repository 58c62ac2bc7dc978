package cn.wuye.hotline.backend.console.queue;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.queue.edit.AgentPhone;
import cn.wuye.hotline.backend.queue.edit.AgentPhones;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.router.queue.Skill;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whose phone is which, and what she can: administrators of the company say. */
@Controller
class AgentPhoneController {
  private static final String PATH = "/console/queue-agents";

  private final AgentPhones phones;
  private final Labels labels;

  AgentPhoneController(AgentPhones phones, Labels labels) {
    this.phones = phones;
    this.labels = labels;
  }

  /** A phone in words. */
  record Line(String extension, long version, String user, String skills) {}

  @GetMapping(PATH)
  ModelAndView list(@AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    return page("", HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView save(
      @RequestParam(defaultValue = "") String extension,
      @RequestParam(defaultValue = "0") String version,
      @RequestParam(defaultValue = "0") String user,
      @RequestParam(defaultValue = "") String skills,
      @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.administersAll());
    Optional<Set<Skill>> read = SkillWords.read(skills);
    Map<String, String> wrong =
        read.map(
                known ->
                    phones.save(
                        new AgentPhone(extension.strip(), number(version), number(user), known),
                        me.getUsername()))
            .orElse(Map.of("skills", "skill"));
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "?saved");
    }
    String why = wrong.values().iterator().next();
    return page(
        labels.text("agents.error." + why),
        why.equals("stale") ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView page(String problem, HttpStatus status) {
    List<Line> lines =
        phones.list().stream()
            .map(
                phone ->
                    new Line(
                        phone.extension(),
                        phone.version(),
                        Long.toString(phone.user()),
                        SkillWords.text(phone.skills())))
            .toList();
    return new ModelAndView("queue-agents", status)
        .addObject("lines", lines)
        .addObject(
            "userChoices",
            phones.users().entrySet().stream()
                .map(user -> new Choice(Long.toString(user.getKey()), user.getValue()))
                .toList())
        .addObject("problem", problem);
  }

  private static long number(String typed) {
    return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : -1;
  }
}
