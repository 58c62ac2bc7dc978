package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.estate.EstateScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of the dispatch settings have in common. */
@Component
class CrewPages {
  static final String PATH = "/console/crews";

  private final DispatchPlan plan;
  private final Choices choices;
  private final Labels labels;

  CrewPages(DispatchPlan plan, Choices choices, Labels labels) {
    this.plan = plan;
    this.choices = choices;
    this.labels = labels;
  }

  /** The page with a form. */
  ModelAndView form(CrewForm form) {
    return page(form, Map.of(), HttpStatus.OK);
  }

  /**
   * The page after somebody has saved.
   *
   * @param wrong field to message key; empty when it is done
   * @param now what is there now, by field
   */
  ModelAndView saved(
      CrewForm form, Map<String, String> wrong, Supplier<Optional<Map<String, List<String>>>> now) {
    if (wrong.isEmpty()) {
      return done();
    }
    Map<String, String> errors = new LinkedHashMap<>();
    wrong.forEach((field, key) -> errors.put(field, labels.text(key)));
    if (!errors.containsKey("version")) {
      return page(form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    // Saved once more, it is meant for what is there now.
    Map<String, List<String>> again = new LinkedHashMap<>(form.typed());
    now.get().ifPresent(found -> again.put("version", version(found)));
    return page(
        new CrewForm(form.kind(), form.id(), form.title(), again), errors, HttpStatus.CONFLICT);
  }

  static ModelAndView done() {
    return new ModelAndView("redirect:" + PATH + "?saved");
  }

  /** Departments by code, in the user's language. */
  Map<String, String> departments() {
    Map<String, String> names = new LinkedHashMap<>();
    plan.departments()
        .forEach(
            kept ->
                names.put(
                    kept.department().code(),
                    labels.chinese() ? kept.department().zh() : kept.department().en()));
    return names;
  }

  /** Estates by id. */
  Map<String, String> estates() {
    return choices.estates(EstateScope.ALL).stream()
        .collect(Collectors.toMap(Choice::value, Choice::text));
  }

  private static List<String> version(Map<String, List<String>> stored) {
    return Objects.requireNonNull(stored.get("version"), "version");
  }

  private ModelAndView page(CrewForm form, Map<String, String> errors, HttpStatus status) {
    List<Choice> categories = choices.categories();
    return new ModelAndView("crews-edit", status)
        .addObject("form", form)
        .addObject("errors", errors)
        .addObject(
            "departmentChoices",
            departments().entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue()))
                .toList())
        .addObject(
            "partyChoices",
            plan.thirdParties().stream()
                .filter(party -> !party.code().equals(form.id()))
                .map(party -> new Choice(party.code(), party.name()))
                .toList())
        .addObject("categoryChoices", categories)
        .addObject("skillChoices", skills(categories))
        .addObject("estateChoices", choices.estates(EstateScope.ALL));
  }

  /** A category and a part of it may have the same code; as a skill they are one. */
  private static List<Choice> skills(List<Choice> categories) {
    Map<String, Choice> skills = new LinkedHashMap<>();
    categories.stream()
        .map(CrewPages::skill)
        .forEach(skill -> skills.putIfAbsent(skill.value(), skill));
    return List.copyOf(skills.values());
  }

  private static Choice skill(Choice category) {
    String value = category.value();
    return new Choice(value.substring(value.indexOf('/') + 1), category.text().strip());
  }
}
