package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingStore;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.survey.desk.SurveyedCalls;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The sound of a recording, whole or in ranges, to those who see its ticket. */
@Controller
class RecordingController {
  private final Recordings recordings;
  private final RecordingStore store;
  private final Tickets tickets;
  private final SurveyedCalls surveys;
  private final Reads reads;

  RecordingController(
      Recordings recordings,
      RecordingStore store,
      Tickets tickets,
      SurveyedCalls surveys,
      Reads reads) {
    this.surveys = surveys;
    this.recordings = recordings;
    this.store = store;
    this.tickets = tickets;
    this.reads = reads;
  }

  @GetMapping("/console/recordings/{id:[0-9]{1,18}}")
  ResponseEntity<Resource> sound(@PathVariable long id, @AuthenticationPrincipal SignedInUser me)
      throws IOException {
    Recording recording = recordings.find(id).orElseThrow(() -> new NoSuchPage("recording " + id));
    Ticket ticket =
        tickets
            .ofCall(recording.call())
            .map(Ticket::number)
            .or(() -> surveys.ticketOf(recording.call()))
            .flatMap(number -> tickets.find(number, me.scope()))
            .orElseThrow(() -> new NoSuchPage("ticket of recording " + id));
    RecordingStore.Sound sound =
        store.find(recording.key()).orElseThrow(() -> new NoSuchPage("sound of recording " + id));
    reads.played(ticket.number(), id, me);
    String name = ticket.number() + "-" + recording.kind().code() + ".wav";
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(recording.contentType()))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name).build().toString())
        .body(new SoundResource(sound, name));
  }
}
