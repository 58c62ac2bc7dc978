package cn.wuye.hotline.backend.console.queue;

import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.queue.StormRecordings;
import cn.wuye.hotline.backend.queue.edit.QueueEditor;
import cn.wuye.hotline.backend.user.SignedInUser;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Recorded announcements to listen to, also those that are played no more. */
@Controller
class StormSoundController {
  private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

  private final QueueEditor queues;
  private final StormRecordings recordings;

  StormSoundController(QueueEditor queues, StormRecordings recordings) {
    this.queues = queues;
    this.recordings = recordings;
  }

  @GetMapping("/console/queues/{code:[a-z0-9-]{1,30}}/announcements/{id:[0-9]{1,18}}.wav")
  ResponseEntity<byte[]> sound(
      @PathVariable String code, @PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(QueuePageController.runs(me));
    byte[] wav =
        queues
            .find(code, me.scope())
            .flatMap(queue -> recordings.sound(code, id))
            .orElseThrow(() -> new NoSuchPage("announcement " + id));
    return ResponseEntity.ok().contentType(WAV).cacheControl(CacheControl.noStore()).body(wav);
  }
}
