package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.photo.Photos;
import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.dispatch.work.TaskState;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Giving a ticket to somebody, and moving the tasks of those who help, on the ticket's page. */
@Controller
class DispatchController {
  private final JobTakers takers;
  private final Tasks tasks;
  private final Photos photos;
  private final ChangeAnswer answer;

  DispatchController(JobTakers takers, Tasks tasks, Photos photos, ChangeAnswer answer) {
    this.takers = takers;
    this.tasks = tasks;
    this.photos = photos;
    this.answer = answer;
  }

  @PostMapping("/console/tickets/{number:[0-9]+}/assign")
  ModelAndView assign(
      @PathVariable String number,
      @RequestParam(defaultValue = "-1") long version,
      @RequestParam(defaultValue = "") String worker,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket = ticket(number, me);
    Outcome outcome = takers.give(ticket, version, worker, Text.fitted(reason, 500), me);
    return answer.to(
        outcome,
        ticket,
        me,
        page -> page.addObject("wantedWorker", worker).addObject("wantedReason", reason));
  }

  @PostMapping("/console/tickets/{number:[0-9]+}/tasks/{id:[0-9]{1,18}}")
  ModelAndView task(
      @PathVariable String number,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String words,
      @AuthenticationPrincipal SignedInUser me) {
    TicketNumber ticket = ticket(number, me);
    TaskState to =
        Coded.find(TaskState.class, state).orElseThrow(() -> new NoSuchPage("state " + state));
    return answer.to(
        tasks.move(ticket, id, to, Text.fitted(words, Tasks.MAX_WORDS), Doers.of(me)),
        ticket,
        me,
        page -> page.addObject("wantedTask", id).addObject("wantedWords", words));
  }

  @GetMapping("/console/photos/{id:[0-9]{1,18}}")
  ResponseEntity<byte[]> photo(@PathVariable long id, @AuthenticationPrincipal SignedInUser me)
      throws IOException {
    byte[] picture =
        photos.picture(id, me.scope()).orElseThrow(() -> new NoSuchPage("photo " + id));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(picture);
  }

  private static TicketNumber ticket(String number, SignedInUser me) {
    if (!me.writesTickets()) {
      throw new AccessDeniedException("changes no tickets");
    }
    return TicketNumber.find(number).orElseThrow(() -> new NoSuchPage("ticket " + number));
  }
}
