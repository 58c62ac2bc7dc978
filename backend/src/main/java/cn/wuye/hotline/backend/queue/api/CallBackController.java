package cn.wuye.hotline.backend.queue.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.queue.callback.AbandonedCall;
import cn.wuye.hotline.backend.queue.callback.CallBackRows;
import cn.wuye.hotline.backend.queue.callback.CallBacks;
import cn.wuye.hotline.backend.queue.callback.Cause;
import cn.wuye.hotline.backend.queue.callback.StoredCallBack;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is to be called back, and who gave up waiting. */
@RestController
@RequestMapping("/api/v1/call-backs")
class CallBackController {
  private final CallBacks callBacks;

  CallBackController(CallBacks callBacks) {
    this.callBacks = callBacks;
  }

  /**
   * One call-back.
   *
   * @param phone masked unless the viewer needs it
   * @param agent extension of who answered it last; null for nobody
   */
  record View(
      String id,
      @Nullable String phone,
      String queue,
      @Nullable EstateId estateId,
      boolean emergency,
      Cause cause,
      String state,
      Instant waitingSince,
      Instant due,
      int calls,
      @Nullable String agent,
      @Nullable Instant endedAt) {
    static View of(StoredCallBack kept, Viewer viewer) {
      return new View(
          Long.toString(kept.id()),
          viewer.shown(kept.place().phone()),
          kept.place().queueCode(),
          kept.place().estate(),
          kept.place().emergency(),
          kept.cause(),
          CallBackRows.code(kept.callBack().state()),
          kept.place().since(),
          kept.callBack().due(),
          kept.callBack().calls(),
          kept.agent().isEmpty() ? null : kept.agent(),
          kept.endedAt());
    }
  }

  /** Those that are to be done, or all, the newest first. */
  record ListView(List<View> callBacks) {}

  /** Somebody who gave up waiting. */
  record AbandonedView(
      String callId,
      @Nullable String phone,
      String queue,
      @Nullable EstateId estateId,
      boolean emergency,
      Instant waitingSince,
      Instant leftAt) {
    static AbandonedView of(AbandonedCall call, Viewer viewer) {
      return new AbandonedView(
          call.place().callId(),
          viewer.shown(call.place().phone()),
          call.place().queueCode(),
          call.place().estate(),
          call.place().emergency(),
          call.place().since(),
          call.leftAt());
    }
  }

  /** The newest first. */
  record AbandonedListView(List<AbandonedView> abandoned) {}

  /** What was wished is done. */
  record DoneView(String id, boolean done) {}

  @GetMapping
  ListView list(@RequestParam(required = false) @Nullable String active, Viewer viewer) {
    return new ListView(
        callBacks.list(viewer.scope(), !"false".equals(active)).stream()
            .map(each -> View.of(each, viewer))
            .toList());
  }

  @GetMapping("/abandoned")
  AbandonedListView abandoned(Viewer viewer) {
    return new AbandonedListView(
        callBacks.abandoned(viewer.scope()).stream()
            .map(each -> AbandonedView.of(each, viewer))
            .toList());
  }

  @PostMapping("/{id}/withdraw")
  DoneView withdraw(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    require(me);
    long number = id.matches("[1-9][0-9]{0,17}") ? Long.parseLong(id) : 0;
    return done(callBacks.withdraw(number, me.scope(), me.getUsername()), id);
  }

  @PostMapping("/abandoned/{id}/phone")
  DoneView phone(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    require(me);
    return done(callBacks.phoneBack(id, me.scope(), me.getUsername()), id);
  }

  @PostMapping("/abandoned/{id}/dismiss")
  DoneView dismiss(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    require(me);
    return done(callBacks.dismiss(id, me.scope(), me.getUsername()), id);
  }

  private static void require(SignedInUser me) {
    if (!me.writesTickets()) {
      throw new AccessDeniedException("phones nobody back");
    }
  }

  private static DoneView done(CallBacks.Outcome outcome, String what) {
    return switch (outcome) {
      case DONE -> new DoneView(what, true);
      case TOO_LATE ->
          throw Problem.of(HttpStatus.CONFLICT, "call-back-too-late", what).exception();
      case UNKNOWN -> throw Problem.of(HttpStatus.NOT_FOUND, "call-back-unknown", what).exception();
    };
  }
}
