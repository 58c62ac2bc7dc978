package cn.wuye.hotline.backend.console.desk;

import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.desk.AgentDesk;
import cn.wuye.hotline.backend.desk.CallBriefs;
import cn.wuye.hotline.backend.desk.DeskMessages;
import cn.wuye.hotline.backend.desk.DeskOutcome;
import cn.wuye.hotline.backend.desk.DeskScreens;
import cn.wuye.hotline.backend.desk.PauseReason;
import cn.wuye.hotline.backend.desk.SipAccount;
import cn.wuye.hotline.backend.desk.SipAccounts;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The agent's page, and whether she takes calls. */
@Controller
class DeskController {
  private final AgentDesk desk;
  private final CallBriefs briefs;
  private final DeskScreens screens;
  private final SipAccounts accounts;
  private final DeskMessages messages;
  private final DeskPage page;

  DeskController(
      AgentDesk desk,
      CallBriefs briefs,
      DeskScreens screens,
      SipAccounts accounts,
      DeskMessages messages,
      DeskPage page) {
    this.desk = desk;
    this.briefs = briefs;
    this.screens = screens;
    this.accounts = accounts;
    this.messages = messages;
    this.page = page;
  }

  @GetMapping(DeskPage.PATH)
  ModelAndView open(@AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    return page.whole(me);
  }

  /** One part of the page, as it is now. */
  @GetMapping(path = DeskPage.PATH, params = "part")
  ModelAndView part(@RequestParam String part, @AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    return switch (part) {
      case "messages" -> page.messages(me);
      case "line" -> page.line(me, Optional.empty());
      case "case" ->
          briefs
              .current(me)
              .map(brief -> page.theCase(me, brief, Map.of(), Optional.empty(), ""))
              .orElseGet(() -> page.noCase(me));
      default -> page.state(me, Optional.empty());
    };
  }

  /** Tells her page, and no other, that something is new. */
  @GetMapping(path = DeskPage.PATH + "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> live(@AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(screens.open(me.id()));
  }

  @PostMapping(DeskPage.PATH + "/sit")
  ModelAndView sit(
      @RequestParam(defaultValue = "") String phone, @AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    return page.state(me, Optional.of(desk.signIn(me, phone)));
  }

  /** She has read what a supervisor has written. */
  @PostMapping(DeskPage.PATH + "/messages/{id:[0-9]{1,18}}/read")
  ModelAndView read(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    if (!messages.read(me, id)) {
      throw new NoSuchPage("message " + id);
    }
    return page.messages(me);
  }

  @PostMapping(DeskPage.PATH + "/leave")
  ModelAndView leave(@AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    return page.state(me, Optional.of(desk.signOut(me)));
  }

  @PostMapping(DeskPage.PATH + "/ready")
  ModelAndView ready(@AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    return page.state(me, Optional.of(desk.ready(me)));
  }

  @PostMapping(DeskPage.PATH + "/pause")
  ModelAndView pause(
      @RequestParam(defaultValue = "") String reason, @AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    PauseReason why = Coded.find(PauseReason.class, reason).orElse(PauseReason.OTHER);
    return page.state(me, Optional.of(desk.pause(me, why)));
  }

  @PostMapping(DeskPage.PATH + "/longer")
  ModelAndView longer(@AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    DeskOutcome outcome = desk.longer(me);
    return page.state(me, Optional.of(outcome));
  }

  /** With what her page registers as a phone; 404 for who sits at a telephone. */
  @GetMapping(path = DeskPage.PATH + "/phone", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SipAccount> phone(@AuthenticationPrincipal SignedInUser me) {
    DeskPage.mayAnswer(me);
    return accounts
        .of(me)
        .map(account -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(account))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
