package cn.wuye.hotline.backend.floor.screen;

import cn.wuye.hotline.backend.floor.Watcher;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The line to a live page. */
@Controller
class FloorStreamController {
  /** After this the browser connects anew, and its user's rights are looked at anew. */
  private static final Duration AT_MOST = Duration.ofMinutes(5);

  private final FloorScreens screens;

  FloorStreamController(FloorScreens screens) {
    this.screens = screens;
  }

  @GetMapping(path = "/console/floor/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> stream(
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastId,
      @RequestParam(defaultValue = "") String after,
      @AuthenticationPrincipal SignedInUser me) {
    if (!me.watchesFloor()) {
      throw new AccessDeniedException("the live page is for supervisors");
    }
    SseEmitter emitter = new SseEmitter(AT_MOST.toMillis());
    screens.join(emitter, new Watcher(me.scope()), lastId.isEmpty() ? after : lastId);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(emitter);
  }
}
