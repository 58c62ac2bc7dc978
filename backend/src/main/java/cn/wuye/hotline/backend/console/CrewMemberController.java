package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.dispatch.staff.Shift;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Somebody's department, skills and shifts; for administrators, by the rules of web security. */
@Controller
class CrewMemberController {
  private static final String ONE = CrewPages.PATH + "/member/{id:[1-9][0-9]{0,17}}";

  private final Crew crew;
  private final DispatchSettings settings;
  private final CrewPages pages;
  private final Labels labels;

  CrewMemberController(Crew crew, DispatchSettings settings, CrewPages pages, Labels labels) {
    this.crew = crew;
    this.settings = settings;
    this.pages = pages;
    this.labels = labels;
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable long id) {
    CrewMember member = member(id);
    return pages.form(form(member, typed(member)));
  }

  @PostMapping(ONE)
  ModelAndView save(
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> typed,
      @AuthenticationPrincipal SignedInUser me) {
    CrewMember now = member(id);
    CrewForm form = form(now, typed);
    return pages.saved(
        form,
        save(now, form, me.getUsername()),
        () -> crew.find(id).map(CrewMemberController::typed));
  }

  private Map<String, String> save(CrewMember now, CrewForm form, String by) {
    List<Shift> shifts = new ArrayList<>();
    for (String line : Lines.of(form.value("shifts"))) {
      Optional<Shift> shift = Shift.find(line);
      if (shift.isEmpty()) {
        return Map.of("shifts", "dispatch.error.shifts");
      }
      shifts.add(shift.get());
    }
    Instant until = null;
    if (!form.value("until").isBlank()) {
      try {
        until = LocalDateTime.parse(form.value("until")).atZone(CrewMember.ZONE).toInstant();
      } catch (DateTimeException e) {
        return Map.of("until", "dispatch.error.until");
      }
    }
    return settings.saveMember(
        new CrewMember(
            now.userId(),
            form.version(),
            now.login(),
            now.name(),
            now.enabled(),
            form.value("department"),
            form.chosen("leads", "true"),
            Set.copyOf(form.values("skills")),
            shifts,
            until),
        by);
  }

  private CrewMember member(long id) {
    return crew.find(id).orElseThrow(() -> new NoSuchPage("user " + id));
  }

  private CrewForm form(CrewMember member, Map<String, List<String>> typed) {
    return new CrewForm(
        "member", Long.toString(member.userId()), labels.text("crews.edit", member.name()), typed);
  }

  private static Map<String, List<String>> typed(CrewMember member) {
    return Map.of(
        "version", List.of(Long.toString(member.version())),
        "department", List.of(member.department()),
        "leads", List.of(Boolean.toString(member.leads())),
        "skills", List.copyOf(member.skills()),
        "shifts", List.of(Lines.joined(member.shifts().stream().map(Shift::toString).toList())),
        "until",
            List.of(
                member.onDutyUntil() == null
                    ? ""
                    : LocalDateTime.ofInstant(member.onDutyUntil(), CrewMember.ZONE)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()));
  }
}
