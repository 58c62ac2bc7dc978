package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.deadline.rule.Conditions;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.deadline.settings.CalendarDesk;
import cn.wuye.hotline.backend.deadline.settings.LadderDesk;
import cn.wuye.hotline.backend.deadline.settings.RuleDesk;
import cn.wuye.hotline.backend.deadline.store.CalendarEdition;
import cn.wuye.hotline.backend.deadline.store.LadderVersion;
import cn.wuye.hotline.backend.deadline.store.RuleVersion;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who changed what of rules, calendars and the ladder when: "who changed the lift deadline in
 * May?".
 */
@Controller
class HistoryController {
  static final String PATH = RulesController.PATH + "/history";
  private static final int MOST = 100;

  private final RuleDesk ruleDesk;
  private final CalendarDesk calendarDesk;
  private final LadderDesk ladderDesk;
  private final RuleWords rules;
  private final CalendarWords calendars;
  private final LadderWords ladders;
  private final DeadlineWords words;
  private final Labels labels;

  HistoryController(
      RuleDesk ruleDesk,
      CalendarDesk calendarDesk,
      LadderDesk ladderDesk,
      RuleWords rules,
      CalendarWords calendars,
      LadderWords ladders,
      DeadlineWords words,
      Labels labels) {
    this.ruleDesk = ruleDesk;
    this.calendarDesk = calendarDesk;
    this.ladderDesk = ladderDesk;
    this.rules = rules;
    this.calendars = calendars;
    this.ladders = ladders;
    this.words = words;
    this.labels = labels;
  }

  /**
   * A change.
   *
   * @param about what it can be found by beside what is shown
   */
  record Line(
      Instant at,
      String written,
      String atIso,
      String who,
      String what,
      String address,
      List<String> changes,
      String note,
      String about) {
    boolean found(HistoryQuery query) {
      return query.finds(at, String.join(" ", who, what, String.join(" ", changes), note, about));
    }
  }

  @GetMapping(PATH)
  ModelAndView page(
      @RequestParam(defaultValue = "") String q, @AuthenticationPrincipal SignedInUser me) {
    HistoryQuery query = HistoryQuery.parse(q);
    List<Line> found = new ArrayList<>();
    ruleDesk.histories(me.scope()).forEach(all -> found.addAll(Past.each(all, this::line)));
    calendarDesk.histories(me.scope()).forEach(all -> found.addAll(Past.each(all, this::line)));
    found.addAll(Past.each(ladderDesk.history(), this::line));
    List<Line> lines =
        found.stream()
            .filter(line -> line.found(query))
            .sorted(Comparator.comparing(Line::at).reversed())
            .toList();
    return new ModelAndView("deadline-history")
        .addObject("q", q)
        .addObject("lines", lines.stream().limit(MOST).toList())
        .addObject("more", lines.size() > MOST);
  }

  private Line line(RuleVersion version, @Nullable RuleVersion before) {
    Conditions when = version.rule().conditions();
    String targets =
        version.rule().targets().stream().map(Target::id).collect(Collectors.joining(" "));
    return new Line(
        version.createdAt(),
        labels.fullTime(version.createdAt()),
        version.createdAt().toString(),
        words.who(version.author()),
        labels.text(
            "rules.history.rule",
            words.name(version),
            String.valueOf(version.rule().ref().version())),
        RulesController.PATH + "/rules/" + version.rule().ref().id(),
        rules.changes(version, before),
        version.note(),
        String.join(
            " ",
            version.rule().ref().id(),
            version.author(),
            rules.conditions(when),
            when.category() == null ? "" : when.category(),
            when.subcategory() == null ? "" : when.subcategory(),
            targets,
            labels.text("rules.history.words.rule")));
  }

  private Line line(LadderVersion version, @Nullable LadderVersion before) {
    return new Line(
        version.createdAt(),
        labels.fullTime(version.createdAt()),
        version.createdAt().toString(),
        words.who(version.author()),
        labels.text("rules.history.ladder", String.valueOf(version.version())),
        LadderController.PATH,
        ladders.changes(version, before),
        version.note(),
        String.join(" ", version.author(), labels.text("rules.history.words.ladder")));
  }

  private Line line(CalendarEdition edition, @Nullable CalendarEdition before) {
    return new Line(
        edition.createdAt(),
        labels.fullTime(edition.createdAt()),
        edition.createdAt().toString(),
        words.who(edition.author()),
        labels.text(
            "rules.history.calendar", words.name(edition), String.valueOf(edition.version())),
        CalendarsController.PATH + "/" + edition.id(),
        calendars.changes(edition, before),
        edition.note(),
        String.join(
            " ", edition.id(), edition.author(), labels.text("rules.history.words.calendar")));
  }
}
