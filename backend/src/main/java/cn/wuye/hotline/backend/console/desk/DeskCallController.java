package cn.wuye.hotline.backend.console.desk;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.desk.CallBrief;
import cn.wuye.hotline.backend.desk.CallBriefs;
import cn.wuye.hotline.backend.desk.CallDesk;
import cn.wuye.hotline.backend.desk.DeskOutcome;
import cn.wuye.hotline.backend.desk.DeskTickets;
import cn.wuye.hotline.backend.desk.DeskTickets.Saved;
import cn.wuye.hotline.backend.desk.Drafts;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingStore;
import cn.wuye.hotline.backend.recording.SoundResource;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What an agent does with her call and with its ticket. A call that is none of hers does not exist
 * here.
 */
@Controller
class DeskCallController {
  private static final String CALL = DeskPage.PATH + "/calls/{call:[A-Za-z0-9._-]{1,64}}";

  private final CallBriefs briefs;
  private final CallDesk desk;
  private final DeskTickets tickets;
  private final Drafts drafts;
  private final RecordingStore store;
  private final DeskPage page;
  private final DeskKnowledge knowledge;
  private final Labels labels;

  DeskCallController(
      CallBriefs briefs,
      CallDesk desk,
      DeskTickets tickets,
      Drafts drafts,
      RecordingStore store,
      DeskPage page,
      DeskKnowledge knowledge,
      Labels labels) {
    this.briefs = briefs;
    this.desk = desk;
    this.tickets = tickets;
    this.drafts = drafts;
    this.store = store;
    this.page = page;
    this.knowledge = knowledge;
    this.labels = labels;
  }

  /** An earlier call for which something typed still waits. */
  @GetMapping(CALL)
  ModelAndView earlier(@PathVariable String call, @AuthenticationPrincipal SignedInUser me) {
    return page.theCase(me, require(call, me), Map.of(), Optional.empty(), "");
  }

  /**
   * @param act hang-up, mute, unmute, hold, take-back, pause-recording, resume-recording, complete,
   *     give-up
   */
  @PostMapping(DeskPage.PATH + "/do")
  ModelAndView act(@RequestParam String act, @AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    DeskOutcome outcome =
        switch (act) {
          case "hang-up" -> desk.hangUp(me);
          case "mute" -> desk.mute(me, true);
          case "unmute" -> desk.mute(me, false);
          case "hold" -> desk.hold(me);
          case "take-back" -> desk.takeBack(me);
          case "pause-recording" -> desk.pauseRecording(me, true);
          case "resume-recording" -> desk.pauseRecording(me, false);
          case "complete" -> desk.complete(me);
          case "give-up" -> desk.giveUp(me);
          default -> DeskOutcome.NOT_NOW;
        };
    return page.line(me, Optional.of(outcome));
  }

  @PostMapping(DeskPage.PATH + "/keys")
  ModelAndView keys(
      @RequestParam(defaultValue = "") String keys, @AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    return page.line(me, Optional.of(desk.press(me, keys.strip())));
  }

  /**
   * @param how {@code ask} rings while the caller waits; anything else hands her on at once
   */
  @PostMapping(DeskPage.PATH + "/hand-on")
  ModelAndView handOn(
      @RequestParam(defaultValue = "") String target,
      @RequestParam(defaultValue = "") String how,
      @AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    String estate = briefs.current(me).map(DeskPage::estate).orElse("");
    return page.line(
        me,
        Optional.of(
            how.equals("ask")
                ? desk.consult(me, estate, target)
                : desk.handOn(me, estate, target)));
  }

  /** Her page is there again and registered as a phone. */
  @PostMapping(DeskPage.PATH + "/back")
  ModelAndView back(@AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    DeskOutcome outcome = desk.back(me);
    // That there is nothing to take back is how it usually is.
    return page.line(me, outcome == DeskOutcome.NO_CALL ? Optional.empty() : Optional.of(outcome));
  }

  /** Keeps what is typed. 409: another window of hers was faster. */
  @PostMapping(path = CALL + "/draft", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Long>> draft(
      @PathVariable String call, DeskForm form, @AuthenticationPrincipal SignedInUser me) {
    CallId id = hers(call, me);
    OptionalLong version = drafts.save(id, me.id(), form.seen(), form.fields());
    return version.isPresent()
        ? ResponseEntity.ok(Map.of("version", version.getAsLong()))
        : ResponseEntity.status(HttpStatus.CONFLICT).build();
  }

  /**
   * Articles for what is typed: in the search field, or (posted, since it is longer than an address
   * may be) in the form.
   *
   * @param q in the search field; not there when the words of the form are meant
   * @param text the words of the form
   * @param estate id of the one in the form
   */
  @RequestMapping(
      path = CALL + "/knowledge",
      method = {RequestMethod.GET, RequestMethod.POST})
  ModelAndView knowledge(
      @PathVariable String call,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String estate,
      @AuthenticationPrincipal SignedInUser me) {
    EstateScope scope =
        briefs.scope(hers(call, me), me).orElseThrow(() -> new NoSuchPage("call " + call));
    return new ModelAndView("parts/desk-knowledge :: found")
        .addObject("articles", knowledge.find(q == null ? text : q, estate, scope));
  }

  /** Throws away what was typed. */
  @PostMapping(CALL + "/draft/remove")
  ModelAndView forget(@PathVariable String call, @AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    CallId id =
        Optional.of(call)
            .filter(CallId::isValid)
            .map(CallId::new)
            .filter(known -> drafts.find(known, me.id()).isPresent())
            .orElseThrow(() -> new NoSuchPage("draft of call " + call));
    drafts.remove(id, me.id());
    return briefs
        .current(me)
        .map(brief -> page.theCase(me, brief, Map.of(), Optional.empty(), ""))
        .orElseGet(() -> page.noCase(me));
  }

  @PostMapping(CALL + "/ticket")
  ModelAndView save(
      @PathVariable String call, DeskForm form, @AuthenticationPrincipal SignedInUser me) {
    CallBrief brief = require(call, me);
    DeskFormCheck check = new DeskFormCheck(form, !me.scope().sees(null), labels);
    if (!check.errors().isEmpty()) {
      return page.theCase(me, brief, check.errors(), Optional.of(form), "");
    }
    Saved saved = tickets.save(brief, check.written(), me);
    if (saved instanceof Saved.Kept kept) {
      return page.theCase(
          me, require(call, me), Map.of(), Optional.empty(), kept.number().toString());
    }
    return page.theCase(
        me,
        brief,
        saved instanceof Saved.Refused refused
            ? DeskFormCheck.of(refused.why(), labels)
            : Map.of("text", labels.text("desk.busy")),
        Optional.of(form),
        "");
  }

  /** The caller's number in full. */
  @PostMapping(path = CALL + "/number", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> number(
      @PathVariable String call, @AuthenticationPrincipal SignedInUser me) {
    CallId id = hers(call, me);
    PhoneNumber number =
        Optional.of(id)
            .filter(asked -> me.seesPhoneNumbers())
            .flatMap(asked -> briefs.number(asked, me))
            .orElseThrow(() -> new NoSuchPage("number of call " + call));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("number", number.digits()));
  }

  @GetMapping(CALL + "/recordings/{id:[0-9]{1,18}}")
  ResponseEntity<Resource> sound(
      @PathVariable String call, @PathVariable long id, @AuthenticationPrincipal SignedInUser me)
      throws IOException {
    Recording recording =
        briefs
            .recording(hers(call, me), id, me)
            .orElseThrow(() -> new NoSuchPage("recording " + id));
    RecordingStore.Sound sound =
        store.find(recording.key()).orElseThrow(() -> new NoSuchPage("sound of recording " + id));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(recording.contentType()))
        .cacheControl(CacheControl.noStore())
        .body(new SoundResource(recording.key(), sound));
  }

  private CallBrief require(String call, SignedInUser me) {
    return briefs.find(hers(call, me), me).orElseThrow(() -> new NoSuchPage("call " + call));
  }

  private CallId hers(String call, SignedInUser me) {
    DeskPage.mayAnswer(me);
    return Optional.of(call)
        .filter(CallId::isValid)
        .map(CallId::new)
        .filter(id -> briefs.hers(id, me).isPresent())
        .orElseThrow(() -> new NoSuchPage("call " + call));
  }
}
