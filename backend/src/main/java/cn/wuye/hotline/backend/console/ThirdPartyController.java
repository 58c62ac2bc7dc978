package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.dispatch.staff.ThirdParty;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A company that helps; for administrators, by the rules of web security. */
@Controller
class ThirdPartyController {
  private static final String ONE = CrewPages.PATH + "/third-party/{code}";

  private final DispatchPlan plan;
  private final DispatchSettings settings;
  private final CrewPages pages;
  private final Labels labels;

  ThirdPartyController(
      DispatchPlan plan, DispatchSettings settings, CrewPages pages, Labels labels) {
    this.plan = plan;
    this.settings = settings;
    this.pages = pages;
    this.labels = labels;
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable String code) {
    return pages.form(form(code, CrewForm.start("third-party", code, stored(code))));
  }

  @PostMapping(ONE)
  ModelAndView save(
      @PathVariable String code,
      @RequestParam MultiValueMap<String, String> typed,
      @AuthenticationPrincipal SignedInUser me) {
    CrewForm form = form(code, typed);
    return pages.saved(form, save(form, me.getUsername()), () -> stored(code));
  }

  private Map<String, String> save(CrewForm form, String by) {
    String digits = form.value("phone").replaceAll("[\\s()-]", "");
    if (!digits.matches("|\\+?[0-9]{7,20}")) {
      return Map.of("phone", "error.phone");
    }
    return settings.saveThirdParty(
        new ThirdParty(
            form.code(),
            form.version(),
            form.value("name"),
            digits.isEmpty() ? null : new PhoneNumber(digits),
            form.value("email").strip(),
            form.value("reserve")),
        form.fresh(),
        by);
  }

  private CrewForm form(String code, Map<String, List<String>> typed) {
    String title =
        code.equals(CrewForm.NEW)
            ? labels.text("crews.newThirdParty")
            : labels.text("crews.thirdParty.edit", code);
    return new CrewForm("third-party", code, title, typed);
  }

  private Optional<Map<String, List<String>>> stored(String code) {
    return plan.thirdParty(code).map(ThirdPartyController::typed);
  }

  private static Map<String, List<String>> typed(ThirdParty party) {
    return Map.of(
        "version", List.of(Long.toString(party.version())),
        "name", List.of(party.name()),
        "phone", List.of(party.phone() == null ? "" : party.phone().digits()),
        "email", List.of(party.email()),
        "reserve", List.of(party.reserve()));
  }
}
