package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Choices;
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
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Choices choices;
  private final Labels labels;
  private final Clock clock;

  RulesController(
      RuleDesk desk,
      RuleTrial trial,
      CalendarDesk calendars,
      RuleWords rules,
      DeadlineWords words,
      RuleReasons reasons,
      Choices choices,
      Labels labels,
      Clock clock) {
    this.desk = desk;
    this.trial = trial;
    this.calendars = calendars;
    this.rules = rules;
    this.words = words;
    this.reasons = reasons;
    this.choices = choices;
    this.labels = labels;
    this.clock = clock;
  }

  /**
   * A supposed ticket, as it stands in the address.
   *
   * @param trying not empty when it is to be tried
   * @param category code, with {@code /sub-category}
   * @param start local time, {@code 2026-05-06T10:00}
   */
  record Supposed(
      String trying,
      String kind,
      String category,
      String urgency,
      String estate,
      String thirdParty,
      String start) {
    // Called by data binding: parameters that were not sent are null.
    Supposed {
      trying = text(trying, "");
      kind = text(kind, Kind.REPAIR.code());
      category = text(category, "facilities/lift");
      urgency = text(urgency, Urgency.GENERAL.code());
      estate = text(estate, "");
      thirdParty = text(thirdParty, "");
      start = text(start, "");
    }

    Supposed at(LocalDateTime moment) {
      return new Supposed(trying, kind, category, urgency, estate, thirdParty, moment.toString());
    }

    private static String text(@Nullable String value, String otherwise) {
      return value == null || value.isBlank() ? otherwise : value.strip();
    }
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
    LocalDateTime now =
        LocalDateTime.ofInstant(clock.instant(), Labels.ZONE).truncatedTo(ChronoUnit.MINUTES);
    List<String> wrong = new ArrayList<>();
    Supposed supposed = asked.start().isEmpty() ? asked.at(now) : asked;
    RuleTrial.@Nullable Outcome outcome =
        supposed.trying().isEmpty() ? null : outcome(supposed, me, wrong);
    List<RuleVersion> all = desk.all(me.scope());
    ModelAndView page =
        new ModelAndView("deadline-rules")
            .addObject("supposed", supposed)
            .addObject("wrong", wrong)
            .addObject("lines", lines(all, outcome))
            .addObject("adds", !me.scope().estates().isEmpty() || me.administersAll())
            .addObject("kinds", choices.of("kind", Kind.class))
            .addObject("urgencies", choices.of("urgency", Urgency.class))
            .addObject("categories", choices.categories())
            .addObject("estates", choices.estates(me.scope()))
            .addObject("parties", words.parties());
    if (outcome != null) {
      page.addObject("result", result(outcome, all, me));
    }
    return page;
  }

  private RuleTrial.@Nullable Outcome outcome(
      Supposed supposed, SignedInUser me, List<String> wrong) {
    Kind kind = Coded.find(Kind.class, supposed.kind()).orElse(null);
    Urgency urgency = Coded.find(Urgency.class, supposed.urgency()).orElse(null);
    Instant start = start(supposed.start());
    EstateId estate = EstateId.find(supposed.estate()).orElse(null);
    if (kind == null || urgency == null || start == null) {
      wrong.add(labels.text("rules.try.wrong"));
      return null;
    }
    if (estate == null && !supposed.estate().isEmpty()) {
      throw new NoSuchPage("estate " + supposed.estate());
    }
    String[] category = supposed.category().split("/", 2);
    TicketProfile profile =
        new TicketProfile(
            kind,
            category[0],
            category.length > 1 ? category[1] : "",
            urgency,
            estate,
            supposed.thirdParty());
    return trial
        .of(profile, start, me.scope())
        .orElseThrow(() -> new NoSuchPage("estate " + supposed.estate()));
  }

  /** Within the years that calendars are reckoned in. */
  private static @Nullable Instant start(String text) {
    try {
      LocalDateTime start = LocalDateTime.parse(text);
      return start.getYear() < 2000 || start.getYear() > 2099
          ? null
          : start.atZone(Labels.ZONE).toInstant();
    } catch (DateTimeException noMoment) {
      return null;
    }
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
