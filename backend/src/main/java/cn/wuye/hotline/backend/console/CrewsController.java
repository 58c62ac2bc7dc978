package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.Department;
import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.dispatch.staff.MatrixRow;
import cn.wuye.hotline.backend.dispatch.staff.Shift;
import cn.wuye.hotline.backend.dispatch.staff.ThirdParty;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Departments, the matrix, third parties, and who works when; for administrators only, by the rules
 * of web security.
 */
@Controller
class CrewsController {
  private static final String PATH = "/console/crews";

  private final DispatchPlan plan;
  private final DispatchSettings settings;
  private final Crew crew;
  private final Choices choices;
  private final Labels labels;
  private final Clock clock;

  CrewsController(
      DispatchPlan plan,
      DispatchSettings settings,
      Crew crew,
      Choices choices,
      Labels labels,
      Clock clock) {
    this.plan = plan;
    this.settings = settings;
    this.crew = crew;
    this.choices = choices;
    this.labels = labels;
    this.clock = clock;
  }

  /** A line of one of the lists, in words. */
  record Line(String id, long version, String name, String details, String mark) {}

  /**
   * A form: what it is for, and what was typed, field by field.
   *
   * @param kind {@code member, department, third-party, row}
   * @param id empty string for one that is not there yet
   */
  record Form(String kind, String id, String title, Map<String, List<String>> typed) {
    /** The first value of a field; empty string for none. */
    public String value(String field) {
      return typed.getOrDefault(field, List.of("")).stream().findFirst().orElse("");
    }

    /** Whether a value of a field is chosen. */
    public boolean chosen(String field, String value) {
      return typed.getOrDefault(field, List.of()).contains(value);
    }

    int number(String field, int otherwise) {
      return value(field).matches("[0-9]{1,3}") ? Integer.parseInt(value(field)) : otherwise;
    }

    long version() {
      return value("version").matches("[0-9]{1,18}") ? Long.parseLong(value("version")) : -1;
    }
  }

  @GetMapping(PATH)
  ModelAndView all() {
    Map<String, String> departments = departments();
    Instant now = clock.instant();
    return new ModelAndView("crews")
        .addObject(
            "people",
            crew.everybody().stream()
                .filter(CrewMember::enabled)
                .map(
                    member ->
                        new Line(
                            Long.toString(member.userId()),
                            member.version(),
                            member.name(),
                            departments.getOrDefault(
                                member.department(), labels.text("crews.noDepartment")),
                            member.department().isEmpty()
                                ? ""
                                : labels.text(
                                    member.onShift(now) ? "crews.onShift" : "crews.offShift")))
                .toList())
        .addObject(
            "departments",
            plan.departments().stream()
                .map(
                    kept ->
                        new Line(
                            kept.department().code(),
                            kept.version(),
                            kept.department().zh(),
                            kept.department().en(),
                            ""))
                .toList())
        .addObject(
            "thirdParties",
            plan.thirdParties().stream()
                .map(
                    party ->
                        new Line(party.code(), party.version(), party.name(), party.email(), ""))
                .toList())
        .addObject(
            "categories",
            choices.categories().stream().filter(each -> !each.value().contains("/")).toList())
        .addObject("matrix", plan.rows().stream().map(row -> line(row, departments)).toList());
  }

  private Line line(MatrixRow row, Map<String, String> departments) {
    Responsibility what = row.responsibility();
    List<String> details = new ArrayList<>();
    details.add(labels.text("crews.lead") + " " + departments.get(what.lead()));
    if (!what.helpers().isEmpty()) {
      details.add(
          labels.text("crews.helpers")
              + " "
              + what.helpers().stream().map(departments::get).collect(Collectors.joining("、")));
    }
    plan.thirdParty(what.thirdParty())
        .ifPresent(party -> details.add(labels.text("crews.thirdParty") + " " + party.name()));
    return new Line(
        Long.toString(row.id()),
        row.version(),
        choices.fullCategoryName(what.category(), what.subcategory()),
        String.join(" · ", details),
        what.estate() == null ? "" : estateName(what.estate()));
  }

  @GetMapping(PATH + "/{kind:member|department|third-party|row}/{id}")
  ModelAndView one(@PathVariable String kind, @PathVariable String id) {
    Map<String, List<String>> typed =
        id.equals("new") && !kind.equals("member")
            ? Map.of("version", List.of("0"), "position", List.of("9"))
            : stored(kind, id).orElseThrow(() -> new NoSuchPage(kind + " " + id));
    return page(form(kind, id, typed), Map.of(), HttpStatus.OK);
  }

  @PostMapping(PATH + "/{kind:member|department|third-party|row}/{id}")
  ModelAndView save(
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> typed,
      @AuthenticationPrincipal SignedInUser me) {
    Form form = form(kind, id, typed);
    String by = me.getUsername();
    Map<String, String> wrong =
        switch (kind) {
          case "member" -> saveMember(form, by);
          case "department" -> saveDepartment(form, by);
          case "third-party" -> saveThirdParty(form, by);
          default -> saveRow(form, by);
        };
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "?saved");
    }
    Map<String, String> errors = new LinkedHashMap<>();
    wrong.forEach(
        (field, key) ->
            errors.put(
                kind.equals("row") && field.equals("code") ? "category" : field, labels.text(key)));
    if (!errors.containsKey("version")) {
      return page(form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    // Saved once more, it is meant for what is there now.
    Map<String, List<String>> again = new LinkedHashMap<>(form.typed());
    stored(kind, id)
        .ifPresent(now -> again.put("version", Objects.requireNonNull(now.get("version"))));
    return page(form(kind, id, again), errors, HttpStatus.CONFLICT);
  }

  @PostMapping(PATH + "/row/{id:[0-9]{1,18}}/remove")
  String remove(
      @PathVariable long id, @RequestParam long version, @AuthenticationPrincipal SignedInUser me) {
    if (!settings.removeRow(id, version, me.getUsername())) {
      throw new NoSuchPage("row " + id);
    }
    return "redirect:" + PATH + "?saved";
  }

  private Map<String, String> saveMember(Form form, String by) {
    CrewMember now = member(form.id()).orElseThrow(() -> new NoSuchPage("user " + form.id()));
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
            Set.copyOf(form.typed().getOrDefault("skills", List.of())),
            shifts,
            until),
        by);
  }

  private Map<String, String> saveDepartment(Form form, String by) {
    boolean fresh = form.id().equals("new");
    int position = form.number("position", -1);
    return position < 0
        ? Map.of("position", "dispatch.error.position")
        : settings.saveDepartment(
            new DispatchPlan.Kept(
                new Department(
                    fresh ? form.value("code").strip() : form.id(),
                    form.value("zh"),
                    form.value("en")),
                form.version(),
                position),
            fresh,
            by);
  }

  private Map<String, String> saveThirdParty(Form form, String by) {
    boolean fresh = form.id().equals("new");
    String digits = form.value("phone").replaceAll("[\\s()-]", "");
    if (!digits.matches("|\\+?[0-9]{7,20}")) {
      return Map.of("phone", "error.phone");
    }
    return settings.saveThirdParty(
        new ThirdParty(
            fresh ? form.value("code").strip() : form.id(),
            form.version(),
            form.value("name"),
            digits.isEmpty() ? null : new PhoneNumber(digits),
            form.value("email").strip(),
            form.value("reserve")),
        fresh,
        by);
  }

  private Map<String, String> saveRow(Form form, String by) {
    Optional<MatrixRow> known =
        plan.rows().stream().filter(row -> Long.toString(row.id()).equals(form.id())).findFirst();
    if (known.isEmpty() && !form.id().equals("new")) {
      return Map.of("version", "dispatch.error.stale");
    }
    String[] category = form.value("category").split("/", 2);
    if (known.isEmpty() && category[0].isBlank()) {
      return Map.of("category", "dispatch.error.category");
    }
    if (form.value("lead").isBlank()) {
      return Map.of("lead", "dispatch.error.department");
    }
    List<String> helpers = form.typed().getOrDefault("helpers", List.of());
    if (helpers.contains(form.value("lead"))) {
      return Map.of("helpers", "dispatch.error.helpers");
    }
    return settings.saveRow(
        new MatrixRow(
            known.map(MatrixRow::id).orElse(0L),
            form.version(),
            new Responsibility(
                known.map(row -> row.responsibility().category()).orElse(category[0]),
                known
                    .map(row -> row.responsibility().subcategory())
                    .orElse(category.length > 1 ? category[1] : ""),
                known.isPresent()
                    ? known.get().responsibility().estate()
                    : EstateId.find(form.value("estate")).orElse(null),
                form.value("lead"),
                List.copyOf(new TreeSet<>(helpers)),
                form.value("thirdParty"))),
        by);
  }

  private Optional<Map<String, List<String>>> stored(String kind, String id) {
    return switch (kind) {
      case "member" -> member(id).map(CrewsController::typed);
      case "department" ->
          plan.departments().stream()
              .filter(kept -> kept.department().code().equals(id))
              .findFirst()
              .map(
                  kept ->
                      Map.of(
                          "version", List.of(Long.toString(kept.version())),
                          "zh", List.of(kept.department().zh()),
                          "en", List.of(kept.department().en()),
                          "position", List.of(Integer.toString(kept.position()))));
      case "third-party" -> plan.thirdParty(id).map(CrewsController::typed);
      default ->
          plan.rows().stream()
              .filter(row -> Long.toString(row.id()).equals(id))
              .findFirst()
              .map(
                  row ->
                      Map.of(
                          "version", List.of(Long.toString(row.version())),
                          "lead", List.of(row.responsibility().lead()),
                          "helpers", row.responsibility().helpers(),
                          "thirdParty", List.of(row.responsibility().thirdParty())));
    };
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

  private static Map<String, List<String>> typed(ThirdParty party) {
    return Map.of(
        "version", List.of(Long.toString(party.version())),
        "name", List.of(party.name()),
        "phone", List.of(party.phone() == null ? "" : party.phone().digits()),
        "email", List.of(party.email()),
        "reserve", List.of(party.reserve()));
  }

  private Optional<CrewMember> member(String id) {
    return id.matches("[1-9][0-9]{0,17}") ? crew.find(Long.parseLong(id)) : Optional.empty();
  }

  private Form form(String kind, String id, Map<String, List<String>> typed) {
    return new Form(kind, id, title(kind, id), Map.copyOf(typed));
  }

  private String title(String kind, String id) {
    if (id.equals("new")) {
      return labels.text(
          switch (kind) {
            case "department" -> "crews.newDepartment";
            case "third-party" -> "crews.newThirdParty";
            default -> "crews.newRow";
          });
    }
    return switch (kind) {
      case "member" -> labels.text("crews.edit", member(id).map(CrewMember::name).orElse(id));
      case "department" -> labels.text("crews.department.edit", id);
      case "third-party" -> labels.text("crews.thirdParty.edit", id);
      default ->
          labels.text(
              "crews.row.edit",
              plan.rows().stream()
                  .filter(row -> Long.toString(row.id()).equals(id))
                  .map(MatrixRow::responsibility)
                  .map(what -> choices.fullCategoryName(what.category(), what.subcategory()))
                  .findFirst()
                  .orElse(id));
    };
  }

  private ModelAndView page(Form form, Map<String, String> errors, HttpStatus status) {
    return new ModelAndView("crews-edit", status)
        .addObject("form", form)
        .addObject("errors", errors)
        .addObject("departmentChoices", choices(departments()))
        .addObject(
            "partyChoices",
            plan.thirdParties().stream()
                .filter(party -> !party.code().equals(form.id()))
                .map(party -> new Choice(party.code(), party.name()))
                .toList())
        .addObject("categoryChoices", choices.categories())
        .addObject("skillChoices", skills())
        .addObject("estateChoices", choices.estates(EstateScope.ALL));
  }

  private List<Choice> skills() {
    return choices.categories().stream()
        .map(
            each ->
                new Choice(
                    each.value().substring(each.value().indexOf('/') + 1), each.text().strip()))
        .toList();
  }

  private static List<Choice> choices(Map<String, String> names) {
    return names.entrySet().stream().map(e -> new Choice(e.getKey(), e.getValue())).toList();
  }

  private Map<String, String> departments() {
    Map<String, String> names = new LinkedHashMap<>();
    plan.departments()
        .forEach(
            kept ->
                names.put(
                    kept.department().code(),
                    labels.chinese() ? kept.department().zh() : kept.department().en()));
    return names;
  }

  private String estateName(EstateId estate) {
    return choices.estates(EstateScope.ALL).stream()
        .filter(each -> each.value().equals(estate.toString()))
        .map(Choice::text)
        .findFirst()
        .orElse(estate.toString());
  }
}
