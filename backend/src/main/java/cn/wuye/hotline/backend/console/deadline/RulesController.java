package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.RuleReasons;
import cn.wuye.hotline.backend.deadline.Forecast;
import cn.wuye.hotline.backend.deadline.rule.Conditions;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice.Considered;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice.Verdict;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.deadline.settings.CalendarDesk;
import cn.wuye.hotline.backend.deadline.settings.RuleDesk;
import cn.wuye.hotline.backend.deadline.settings.RuleTrial;
import cn.wuye.hotline.backend.deadline.store.RuleVersion;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * All deadline rules in the order in which they win, and which one would for a ticket that is only
 * supposed; for administrators, by the rules of web security.
 */
@Controller
class RulesController {
  static final String PATH = "/console/deadlines";

  private final RuleDesk desk;
  private final RuleTrial trial;
  private final CalendarDesk calendars;
  private final RuleWords rules;
  private final DeadlineWords words;
  private final RuleReasons reasons;
  private final SupposedFields fields;
  private final Labels labels;

  RulesController(
      RuleDesk desk,
      RuleTrial trial,
      CalendarDesk calendars,
      RuleWords rules,
      DeadlineWords words,
      RuleReasons reasons,
      SupposedFields fields,
      Labels labels) {
    this.desk = desk;
    this.trial = trial;
    this.calendars = calendars;
    this.rules = rules;
    this.words = words;
    this.reasons = reasons;
    this.fields = fields;
    this.labels = labels;
  }

  /**
   * A rule in the list.
   *
   * @param verdict about the supposed ticket; empty when none was tried
   * @param mark why it is never used; empty when it is
   */
  record Line(
      String id,
      String name,
      String conditions,
      String targets,
      String written,
      boolean off,
      String mark,
      String verdict,
      boolean won) {}

  /** A due time of the supposed ticket. */
  record DueLine(String name, String how, String start, String due, String dueIso) {}

  /** What the trial says. */
  record Result(String sentence, String calendar, List<DueLine> due) {}

  @GetMapping(PATH)
  ModelAndView page(Supposed asked, @AuthenticationPrincipal SignedInUser me) {
    List<String> wrong = new ArrayList<>();
    Supposed supposed = fields.opened(asked);
    RuleTrial.@Nullable Outcome outcome = supposed.tried() ? outcome(supposed, me, wrong) : null;
    List<RuleVersion> all = desk.all(me.scope());
    ModelAndView page =
        new ModelAndView("deadline-rules")
            .addObject("wrong", wrong)
            .addObject("lines", lines(all, outcome))
            .addObject("adds", !me.scope().estates().isEmpty() || me.administersAll());
    fields.add(page, supposed, me);
    if (outcome != null) {
      page.addObject("result", result(outcome, all, me));
    }
    return page;
  }

  private RuleTrial.@Nullable Outcome outcome(
      Supposed supposed, SignedInUser me, List<String> wrong) {
    Optional<TicketProfile> profile = supposed.profile();
    Optional<Instant> begin = supposed.begin();
    if (profile.isEmpty() || begin.isEmpty()) {
      wrong.add(labels.text("rules.try.wrong"));
      return null;
    }
    return trial
        .of(profile.get(), begin.get(), me.scope())
        .orElseThrow(() -> new NoSuchPage("estate " + supposed.estate()));
  }

  private Result result(RuleTrial.Outcome outcome, List<RuleVersion> all, SignedInUser me) {
    String calendar =
        calendars.find(outcome.calendar(), me.scope()).map(words::name).orElse(outcome.calendar());
    String sentence =
        outcome
            .choice()
            .winner()
            .map(
                rule ->
                    labels.text(
                        "rules.try.won",
                        all.stream()
                            .filter(each -> each.rule().ref().equals(rule.ref()))
                            .map(words::name)
                            .findFirst()
                            .orElse(rule.ref().id()),
                        String.valueOf(rule.ref().version())))
            .orElse(labels.text("clocks.none"));
    return new Result(sentence, calendar, outcome.expected().stream().map(this::due).toList());
  }

  private DueLine due(Forecast.Expected expected) {
    return new DueLine(
        labels.name("clock", expected.target().id()),
        rules.details(expected.target()),
        labels.fullTime(expected.start()),
        labels.fullTime(expected.due()),
        expected.due().toString());
  }

  private List<Line> lines(List<RuleVersion> all, RuleTrial.@Nullable Outcome outcome) {
    Map<String, Considered> considered = new HashMap<>();
    if (outcome != null) {
      outcome.choice().considered().forEach(each -> considered.put(each.rule().id(), each));
    }
    Map<Conditions, String> first = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (RuleVersion version : all) {
      String name = words.name(version);
      boolean off = version.rule().off();
      String stronger = off ? null : first.putIfAbsent(version.rule().conditions(), name);
      Considered verdict = considered.get(version.rule().ref().id());
      lines.add(
          new Line(
              version.rule().ref().id(),
              name,
              rules.conditions(version.rule().conditions()),
              version.rule().targets().stream().map(rules::target).collect(Collectors.joining("，")),
              labels.text(
                  "rules.written",
                  String.valueOf(version.rule().ref().version()),
                  words.written(version.author(), version.createdAt())),
              off,
              stronger == null ? "" : labels.text("rules.shadowed", stronger),
              verdict == null ? "" : reasons.of(verdict),
              verdict != null && verdict.verdict() == Verdict.WON));
    }
    return lines;
  }
}
