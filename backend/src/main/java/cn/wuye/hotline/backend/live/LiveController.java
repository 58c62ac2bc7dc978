package cn.wuye.hotline.backend.live;

import cn.wuye.hotline.backend.user.SignedInUser;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The line to a screen: {@code ready} at its beginning, {@code ticket} for each event, {@code
 * missed} when more happened since the screen's last event than is told again.
 */
@Controller
class LiveController {
  /** After this the browser connects anew, and its user's rights are looked at anew. */
  private static final Duration AT_MOST = Duration.ofMinutes(15);

  private static final int TOLD_AGAIN = 150;

  private final Screens screens;
  private final LiveSource source;

  LiveController(Screens screens, LiveSource source) {
    this.screens = screens;
    this.source = source;
  }

  @GetMapping(path = "/console/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> live(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId,
      @RequestParam(required = false) @Nullable String after,
      @AuthenticationPrincipal SignedInUser me) {
    List<LiveEvent> missed = missed(lastId != null ? lastId : after);
    SseEmitter line = new SseEmitter(AT_MOST.toMillis());
    Screen screen = screens.add(line, me.scope());
    screen.send(SseEmitter.event().name("ready").reconnectTime(2000).data("{}"));
    if (missed.size() > TOLD_AGAIN) {
      screen.send(SseEmitter.event().name("missed").data("{}"));
    } else {
      missed.forEach(screen::tell);
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(line);
  }

  private List<LiveEvent> missed(@Nullable String lastId) {
    return lastId != null && lastId.matches("[0-9]{1,18}")
        ? source.after(Long.parseLong(lastId), TOLD_AGAIN + 1)
        : List.of();
  }
}
