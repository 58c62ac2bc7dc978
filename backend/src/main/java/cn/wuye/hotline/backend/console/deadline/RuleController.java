package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.RuleDraft;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import cn.wuye.hotline.backend.deadline.settings.LadderDesk;
import cn.wuye.hotline.backend.deadline.settings.RuleDesk;
import cn.wuye.hotline.backend.deadline.settings.Wrong;
import cn.wuye.hotline.backend.deadline.store.RuleVersion;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One deadline rule: its newest version to change, and its history. */
@Controller
class RuleController {
  private static final String PATH = RulesController.PATH + "/rules/{id:[a-z0-9-]{1,48}}";
  private static final String NEW = "new";

  private final RuleDesk desk;
  private final RuleWords rules;
  private final DeadlineWords words;
  private final Choices choices;
  private final Labels labels;
  private final LadderDesk ladder;

  RuleController(
      RuleDesk desk,
      RuleWords rules,
      DeadlineWords words,
      Choices choices,
      Labels labels,
      LadderDesk ladder) {
    this.desk = desk;
    this.rules = rules;
    this.words = words;
    this.choices = choices;
    this.labels = labels;
    this.ladder = ladder;
  }

  /** A clock that the rule may ask for. */
  record Row(String field, String name, List<Choice> starts) {}

  /** A reason for which clocks may stand still. */
  record PauseRow(String field, String name) {}

  @GetMapping(PATH)
  ModelAndView one(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    if (id.equals(NEW)) {
      return page(id, Optional.empty(), RuleForm.empty(), Map.of(), List.of(), me, HttpStatus.OK);
    }
    RuleVersion version = require(id, me);
    return page(
        id,
        Optional.of(version),
        RuleForm.of(version, houseWarnings()),
        Map.of(),
        List.of(),
        me,
        HttpStatus.OK);
  }

  @PostMapping(PATH)
  ModelAndView save(
      @PathVariable String id,
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal SignedInUser me) {
    Optional<RuleVersion> before = id.equals(NEW) ? Optional.empty() : Optional.of(require(id, me));
    RuleForm form = new RuleForm(typed);
    Map<String, Wrong> wrong = new LinkedHashMap<>();
    RuleDraft draft = form.draft(before, houseWarnings(), wrong);
    if (wrong.isEmpty()) {
      wrong.putAll(
          desk.save(id.equals(NEW) ? "" : id, form.version(), draft, form.value("note"), me));
    }
    return after(id, before, form, wrong, me);
  }

  @PostMapping(PATH + "/off")
  ModelAndView switchOff(
      @PathVariable String id,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "false") boolean off,
      @AuthenticationPrincipal SignedInUser me) {
    RuleVersion before = require(id, me);
    Map<String, Wrong> wrong = desk.switchOff(id, version, off, "", me);
    RuleForm form = RuleForm.of(before, houseWarnings()).with("version", String.valueOf(version));
    return after(id, Optional.of(before), form, wrong, me);
  }

  private ModelAndView after(
      String id,
      Optional<RuleVersion> before,
      RuleForm form,
      Map<String, Wrong> wrong,
      SignedInUser me) {
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + RulesController.PATH + "?saved");
    }
    Optional<RuleVersion> now = before.flatMap(version -> desk.find(id, me.scope()));
    int newest = now.map(version -> version.rule().ref().version()).orElse(0);
    boolean stale = wrong.containsKey("version") && form.version() != newest;
    // Saved once more, it is meant for what is there now.
    return page(
        id,
        now,
        stale ? form.with("version", String.valueOf(newest)) : form,
        words.sentences(wrong),
        stale ? meanwhile(id, form.version(), me) : List.of(),
        me,
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** What others changed since the version that the writer saw. */
  private List<String> meanwhile(String id, int seen, SignedInUser me) {
    return Past.each(
            desk.history(id, me.scope()),
            (version, before) ->
                before == null || version.rule().ref().version() <= seen
                    ? Stream.<String>of()
                    : words.told(
                        version.author(), version.createdAt(), rules.changes(version, before)))
        .stream()
        .flatMap(changes -> changes)
        .toList();
  }

  private ModelAndView page(
      String id,
      Optional<RuleVersion> version,
      RuleForm form,
      Map<String, String> errors,
      List<String> meanwhile,
      SignedInUser me,
      HttpStatus status) {
    boolean edits =
        version
            .map(now -> RuleDesk.edits(me, now.rule().conditions().estate()))
            .orElse(me.administers());
    if (version.isEmpty() && !edits) {
      throw new AccessDeniedException("makes no rules");
    }
    return new ModelAndView("deadline-rule", status)
        .addObject("id", id)
        .addObject(
            "title",
            version
                .map(now -> labels.text("rules.edit", words.name(now)))
                .orElse(labels.text("rules.new")))
        .addObject("shown", version.map(words::name).orElse(""))
        .addObject("off", version.map(now -> now.rule().off()).orElse(false))
        .addObject("form", form)
        .addObject("errors", errors)
        .addObject("meanwhile", meanwhile)
        .addObject("edits", edits)
        .addObject("company", me.administersAll())
        .addObject("rows", rows(version))
        .addObject("pauses", pauses())
        .addObject("units", words.units())
        .addObject("runs", choices.of("runs", Runs.class))
        .addObject("kinds", choices.of("kind", Kind.class))
        .addObject("urgencies", choices.of("urgency", Urgency.class))
        .addObject("categories", choices.categories())
        .addObject("estates", choices.estates(me.scope()))
        .addObject("parties", words.parties())
        .addObject("history", history(id, me));
  }

  private List<Row> rows(Optional<RuleVersion> version) {
    List<Row> rows = new ArrayList<>();
    RuleForm.targets(version)
        .forEach(
            (id, kind) ->
                rows.add(
                    new Row(
                        "t-" + id,
                        labels.name("clock", id),
                        RuleForm.starts(kind).stream()
                            .map(from -> new Choice(from.code(), labels.name("starts-from", from)))
                            .toList())));
    return rows;
  }

  private List<PauseRow> pauses() {
    List<PauseRow> rows = new ArrayList<>();
    for (PauseReason reason : PauseReason.values()) {
      rows.add(new PauseRow("pause-" + reason.code(), labels.name("pause-reason", reason)));
    }
    return rows;
  }

  private List<Past> history(String id, SignedInUser me) {
    return Past.each(
        desk.history(id, me.scope()),
        (version, before) ->
            new Past(
                labels.text("templates.version", String.valueOf(version.rule().ref().version())),
                words.written(version.author(), version.createdAt()),
                rules.changes(version, before),
                version.note()));
  }

  /** Those that hold for rules without warnings of their own. */
  private List<Integer> houseWarnings() {
    return ladder.current().ladder().warnings();
  }

  private RuleVersion require(String id, SignedInUser me) {
    return desk.find(id, me.scope()).orElseThrow(() -> new NoSuchPage("rule " + id));
  }
}
