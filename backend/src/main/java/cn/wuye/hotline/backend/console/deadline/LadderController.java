package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.deadline.settings.LadderDesk;
import cn.wuye.hotline.backend.deadline.settings.LadderDraft;
import cn.wuye.hotline.backend.deadline.settings.LadderTrial;
import cn.wuye.hotline.backend.deadline.settings.Wrong;
import cn.wuye.hotline.backend.deadline.store.LadderVersion;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The ladder of escalation: in words, tried with a ticket that is only supposed, changed, and its
 * history; for administrators, by the rules of web security.
 */
@Controller
class LadderController {
  static final String PATH = RulesController.PATH + "/ladder";

  private final LadderDesk desk;
  private final LadderTrial trial;
  private final LadderWords ladders;
  private final ToldWords told;
  private final DeadlineWords words;
  private final SupposedFields fields;
  private final Labels labels;

  LadderController(
      LadderDesk desk,
      LadderTrial trial,
      LadderWords ladders,
      ToldWords told,
      DeadlineWords words,
      SupposedFields fields,
      Labels labels) {
    this.desk = desk;
    this.trial = trial;
    this.ladders = ladders;
    this.told = told;
    this.words = words;
    this.fields = fields;
    this.labels = labels;
  }

  /** The rungs of an urgency as they are typed. */
  record Rungs(String field, String name, List<Choice> rungs) {}

  @GetMapping(PATH)
  ModelAndView page(Supposed asked, @AuthenticationPrincipal SignedInUser me) {
    Supposed supposed = fields.opened(asked);
    ModelAndView page =
        page(supposed, LadderForm.of(desk.current()), Map.of(), List.of(), me, HttpStatus.OK);
    if (supposed.tried()) {
      tried(page, supposed, me);
    }
    return page;
  }

  @PostMapping(PATH)
  ModelAndView save(
      @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedInUser me) {
    LadderForm form = new LadderForm(typed);
    Map<String, Wrong> wrong = new LinkedHashMap<>();
    LadderDraft draft = form.draft(wrong);
    if (wrong.isEmpty()) {
      wrong.putAll(desk.save(form.version(), draft, form.value("note"), me));
    }
    if (wrong.isEmpty()) {
      return new ModelAndView("redirect:" + PATH + "?saved");
    }
    int newest = desk.current().version();
    boolean stale = wrong.containsKey("version") && form.version() != newest;
    // Saved once more, it is meant for what is there now.
    return page(
        fields.opened(new Supposed("", "", "", "", "", "", "")),
        stale ? form.with("version", String.valueOf(newest)) : form,
        words.sentences(wrong),
        stale ? meanwhile(form.version()) : List.of(),
        me,
        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private void tried(ModelAndView page, Supposed supposed, SignedInUser me) {
    Optional<TicketProfile> profile = supposed.profile();
    Optional<Instant> begin = supposed.begin();
    if (profile.isEmpty() || begin.isEmpty()) {
      page.addObject("wrong", List.of(labels.text("rules.try.wrong")));
      return;
    }
    LadderTrial.Outcome outcome =
        trial
            .of(profile.get(), begin.get(), me.scope())
            .orElseThrow(() -> new NoSuchPage("estate " + supposed.estate()));
    page.addObject("result", told.of(outcome, profile.get()));
  }

  private ModelAndView page(
      Supposed supposed,
      LadderForm form,
      Map<String, String> errors,
      List<String> meanwhile,
      SignedInUser me,
      HttpStatus status) {
    LadderVersion now = desk.current();
    ModelAndView page =
        new ModelAndView("deadline-ladder", status)
            .addObject("said", ladders.of(now.ladder()))
            .addObject(
                "written",
                labels.text(
                    "rules.written",
                    String.valueOf(now.version()),
                    words.written(now.author(), now.createdAt())))
            .addObject("wrong", List.of())
            .addObject("form", form)
            .addObject("errors", errors)
            .addObject("meanwhile", meanwhile)
            .addObject("edits", me.administersAll())
            .addObject("rows", Arrays.stream(Urgency.values()).map(this::rungs).toList())
            .addObject("units", words.units())
            .addObject("history", history());
    fields.add(page, supposed, me);
    return page;
  }

  private Rungs rungs(Urgency urgency) {
    return new Rungs(
        "u-" + urgency.code(),
        labels.name("urgency", urgency),
        Arrays.stream(Role.values())
            .map(
                role ->
                    new Choice(
                        LadderForm.field(urgency, role), labels.name("escalation-role", role)))
            .toList());
  }

  /** What others changed since the version that the writer saw. */
  private List<String> meanwhile(int seen) {
    return Past.each(
            desk.history(),
            (version, before) ->
                before == null || version.version() <= seen
                    ? Stream.<String>of()
                    : words.told(
                        version.author(), version.createdAt(), ladders.changes(version, before)))
        .stream()
        .flatMap(changes -> changes)
        .toList();
  }

  private List<Past> history() {
    return Past.each(
        desk.history(),
        (version, before) ->
            new Past(
                labels.text("templates.version", String.valueOf(version.version())),
                words.written(version.author(), version.createdAt()),
                ladders.changes(version, before),
                version.note()));
  }
}
